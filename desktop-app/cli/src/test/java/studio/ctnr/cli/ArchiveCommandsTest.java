package studio.ctnr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import studio.ctnr.container.archive.manifest.Sha256;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.config.ContentHash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ArchiveCommandsTest {
    @TempDir
    private Path temporary;

    private Path folder;
    private String archive;
    private StringWriter out;
    private StringWriter err;

    @BeforeEach
    void create() throws IOException {
        folder = Files.createDirectories(temporary.resolve("app"));
        Files.createDirectories(folder.resolve("rootfs/ProgramFiles/App"));
        Files.writeString(folder.resolve("rootfs/ProgramFiles/App/read me.txt"), "hello");
        ConfigDocument.create(ContainerConfig.builder("app-1", "App", "1.2.3").build())
                .write(folder.resolve("config.yml"));
        archive = temporary.resolve("app.ctnr").toString();
    }

    @Test
    void an_archive_is_built_inspected_verified_and_extracted() throws IOException {
        int built = run("build", folder.toString(), "-o", archive);
        assertThat(built).as(err.toString()).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("5 files");

        assertThat(run("inspect", "--files", archive)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .contains("App 1.2.3", "app-1", "5 files in 7 folders", "rootfs/ProgramFiles/App/read me.txt");

        assertThat(run("verify", archive)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).startsWith("good: 12 entries");

        Path goal = temporary.resolve("copy");
        assertThat(run("extract", archive, goal.toString())).isEqualTo(ExitCode.DONE);
        assertThat(goal.resolve("rootfs/ProgramFiles/App/read me.txt")).hasContent("hello");
        assertThat(run("extract", archive, goal.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("exists already", "--force");
        assertThat(run("extract", "--force", archive, goal.toString())).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_folder_gets_the_runtime_and_the_same_bytes_every_time() throws IOException {
        Path twin = temporary.resolve("twin");
        copy(folder, twin);
        Files.writeString(folder.resolve("config.yml"), "# by hand\n", StandardOpenOption.APPEND);
        Files.writeString(twin.resolve("config.yml"), "# by hand\n", StandardOpenOption.APPEND);
        Files.setLastModifiedTime(twin.resolve("config.yml"), Files.getLastModifiedTime(folder.resolve("config.yml")));
        Path first = temporary.resolve("first.ctnr");
        Path again = temporary.resolve("again.ctnr");

        assertThat(run("build", folder.toString(), "-o", first.toString()))
                .as(err.toString())
                .isZero();
        assertThat(run("build", folder.toString(), "-o", again.toString())).isZero();
        assertThat(run("build", twin.toString(), "-o", archive)).isZero();
        assertThat(again).hasSameBinaryContentAs(first);
        assertThat(Path.of(archive)).hasSameBinaryContentAs(first);

        String text = Files.readString(folder.resolve("config.yml"));
        assertThat(text).contains("# by hand").contains("build: \"container-runtime@");
        ContainerConfig config = ConfigDocument.load(folder.resolve("config.yml"));
        assertThat(config.hashes().orElseThrow().runtime())
                .extracting(ContentHash.RuntimeFile::path)
                .containsExactly("bin/launcher.exe", "bin/runtime/x64/ctnr.dll", "bin/runtime/x86/ctnr.dll");
        assertThat(Files.size(folder.resolve("bin/launcher.exe"))
                        + Files.size(folder.resolve("bin/runtime/x64/ctnr.dll"))
                        + Files.size(folder.resolve("bin/runtime/x86/ctnr.dll")))
                .isLessThan(1 << 20);
    }

    @Test
    void a_signed_launcher_stays_when_it_is_to_be_kept() throws IOException {
        run("build", folder.toString(), "-o", archive);
        Path launcher = folder.resolve("bin/launcher.exe");
        Files.writeString(launcher, "signature", StandardOpenOption.APPEND);
        byte[] signed = Files.readAllBytes(launcher);

        assertThat(run("build", "--force", "--keep-runtime", folder.toString(), "-o", archive))
                .as(err.toString())
                .isZero();
        assertThat(launcher).hasBinaryContent(signed);
        var digest = Sha256.digest();
        digest.update(signed);
        assertThat(ConfigDocument.load(folder.resolve("config.yml"))
                        .hashes()
                        .orElseThrow()
                        .runtime()
                        .getFirst()
                        .hash())
                .isEqualTo(Sha256.finish(digest).toString());

        assertThat(run("build", "--force", folder.toString(), "-o", archive)).isZero();
        assertThat(Files.size(launcher)).isLessThan(signed.length);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var walk = Files.walk(from)) {
            for (Path path : (Iterable<Path>) walk::iterator) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void json_has_what_the_lines_have() {
        run("build", "--json", folder.toString(), "-o", archive);
        JsonNode built = JsonMapper.shared().readTree(out.toString());
        assertThat(built.get("id").stringValue()).isEqualTo("app-1");

        run("inspect", "--json", "--files", archive);
        JsonNode inspected = JsonMapper.shared().readTree(out.toString());
        assertThat(inspected.get("merkleRoot")).isEqualTo(built.get("merkleRoot"));
        assertThat(inspected.get("entries")).hasSize(12);
        assertThat(inspected.get("signed").booleanValue()).isFalse();
    }

    @Test
    void a_damaged_archive_fails_the_verification_by_name() throws IOException {
        run("build", folder.toString(), "-o", archive);
        byte[] bytes = Files.readAllBytes(Path.of(archive));
        bytes[bytes.length - 2000] ^= 1;
        Files.write(Path.of(archive), bytes);
        assertThat(run("verify", archive)).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("is damaged: do not use it");
        assertThat(run("verify", "--json", archive)).isEqualTo(ExitCode.FAILED);
        assertThat(JsonMapper.shared().readTree(out.toString()).get("good").booleanValue())
                .isFalse();
    }

    @Test
    void wrong_use_is_told_apart_from_failure() {
        assertThat(run("build", temporary.toString(), "-o", archive)).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err.toString()).contains("no config.yml");
        assertThat(run("verify", temporary.resolve("none.ctnr").toString())).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run("build", folder.toString(), "-o", archive, "--level", "99"))
                .isEqualTo(ExitCode.WRONG_USE);
        assertThat(err.toString()).contains("1 to 22");
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        CommandLine line = Ctnr.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
