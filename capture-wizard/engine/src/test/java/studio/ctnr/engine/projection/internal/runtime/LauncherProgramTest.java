package studio.ctnr.engine.projection.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.config.EntryPoint;
import studio.ctnr.engine.projection.SamplePrograms;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.pe.IconFile;
import studio.ctnr.engine.projection.internal.pe.PeEditor;
import studio.ctnr.engine.projection.internal.pe.PeImage;
import studio.ctnr.engine.projection.internal.pe.ResourceLeaf;
import studio.ctnr.launcher.NativeProgram;

class LauncherProgramTest {
    @TempDir
    private Path folder;

    @Test
    void theLauncherHasTheApplicationsIconAndItsSubsystem() throws Exception {
        byte[] launcher = launcher("editor.exe", SamplePrograms.editor(), "rootfs/ProgramFiles/App/editor.exe,-101");

        PeImage image = PeImage.read(Bytes.of(launcher));
        assertThat(image.subsystem()).isEqualTo(PeImage.Subsystem.WINDOWS);
        assertThat(IconFile.of(image.resources().orElseThrow(), 0).orElseThrow())
                .isEqualTo(Files.readAllBytes(SamplePrograms.secondIcon()));
    }

    @Test
    void versionAndManifestStay() throws Exception {
        byte[] before = RuntimeFiles.bytes(NativeProgram.LAUNCHER);
        byte[] after = launcher("tool.exe", SamplePrograms.tool(), "bin/first.ico");

        assertThat(PeImage.read(Bytes.of(after)).subsystem()).isEqualTo(PeImage.Subsystem.CONSOLE);
        List<ResourceLeaf> resources = new PeEditor(after).resources();
        assertThat(resources).extracting(ResourceLeaf::type).containsExactly(3, 14, 16, 24);
        for (ResourceLeaf leaf : new PeEditor(before).resources()) {
            assertThat(resources)
                    .anySatisfy(
                            kept -> assertThat(kept).usingRecursiveComparison().isEqualTo(leaf));
        }
    }

    @Test
    void othersReadWhatWasWritten() throws Exception {
        Path program =
                Files.write(folder.resolve("made.exe"), launcher("tool.exe", SamplePrograms.tool(), "bin/first.ico"));
        Path icon = folder.resolve("found.ico");

        assertThat(said("wrestool", "-x", "-t", "14", "-o", icon.toString(), program.toString()))
                .isEmpty();
        // wrestool leaves zeros behind the last image
        assertThat(Files.readAllBytes(icon)).startsWith(Files.readAllBytes(SamplePrograms.firstIcon()));
        assertThat(said("wrestool", "-l", program.toString())).contains("--type=16", "--type=24");
        // the sum in the header is that of the bytes, and every section lies where the headers say
        assertThat(said("osslsigncode", "verify", "-in", program.toString()))
                .contains("No signature found")
                .doesNotContain("MISMATCH");
        assertThat(said("x86_64-w64-mingw32-objdump", "-x", program.toString()))
                .contains(".reloc", "Base Relocation Directory", "The .rsrc Resource Directory section");
    }

    @Test
    void withoutAnIconItIsTheSameProgramAndTwiceTheSameBytes() throws Exception {
        PeEditor editor = new PeEditor(RuntimeFiles.bytes(NativeProgram.LAUNCHER));
        byte[] same = editor.with(editor.resources(), false);
        assertThat(new PeEditor(same).with(editor.resources(), false)).isEqualTo(same);
        assertThat(launcher("tool.exe", SamplePrograms.tool(), "bin/none.ico")).isEqualTo(same);
    }

    @Test
    void theLauncherOfAnApplicationCanBeSigned() throws Exception {
        Path program =
                Files.write(folder.resolve("app.exe"), launcher("tool.exe", SamplePrograms.tool(), "bin/first.ico"));
        Path signed = folder.resolve("signed.exe");
        Path keys = folder.resolve("keys.p12");
        Path certificate = folder.resolve("certificate.pem");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String password = "secret";
        said(
                keytool,
                "-genkeypair",
                "-alias",
                "us",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=Us",
                "-ext",
                "eku=codeSigning",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                password);
        said(
                keytool,
                "-exportcert",
                "-rfc",
                "-alias",
                "us",
                "-keystore",
                keys.toString(),
                "-storepass",
                password,
                "-file",
                certificate.toString());

        assertThat(said(
                        "osslsigncode",
                        "sign",
                        "-pkcs12",
                        keys.toString(),
                        "-pass",
                        password,
                        "-h",
                        "sha256",
                        "-in",
                        program.toString(),
                        "-out",
                        signed.toString()))
                .contains("Succeeded");
        assertThat(said("osslsigncode", "verify", "-CAfile", certificate.toString(), "-in", signed.toString()))
                .contains("Signature verification: ok")
                .doesNotContain("MISMATCH");
        byte[] bytes = Files.readAllBytes(signed);
        bytes[0x1000] ^= 1;
        Files.write(signed, bytes);
        assertThat(said("osslsigncode", "verify", "-CAfile", certificate.toString(), "-in", signed.toString()))
                .contains("Signature verification: failed");
    }

    private byte[] launcher(String name, Path program, String icon) throws IOException {
        Path root = Files.createTempDirectory(folder, "container");
        ContainerFolder container = ContainerFolder.create(root);
        Path target = container.resolve("rootfs/ProgramFiles/App/" + name);
        Files.createDirectories(target.getParent());
        Files.copy(program, target);
        Files.copy(SamplePrograms.firstIcon(), container.resolve("bin/first.ico"));
        EntryPoint entry = new EntryPoint(
                "App",
                "%CONTAINER_PROGRAMFILES%\\App\\" + name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
        return LauncherProgram.of(
                container,
                ContainerConfig.builder("app", "App", "1")
                        .icon(Optional.of(icon))
                        .entrypoints(List.of(entry))
                        .build());
    }

    private static String said(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }
}
