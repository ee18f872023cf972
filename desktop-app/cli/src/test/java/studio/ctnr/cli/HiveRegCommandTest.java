package studio.ctnr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.hive.Hive;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** .reg files in and out, and hives named by their container. */
class HiveRegCommandTest {
    private static final String REG = """
            Windows Registry Editor Version 5.00

            [HKEY_CURRENT_USER\\Software\\Vendor]
            "Name"="Größe"
            "Number"=dword:00000001

            [HKEY_CLASSES_ROOT\\.vnd]
            @="Vendor.File"
            """;

    @TempDir
    private Path folder;

    private Path container;
    private Path reg;
    private String out;
    private String err;

    @BeforeEach
    void makeContainer() throws IOException {
        container = folder.resolve("container");
        ContainerFolder.create(container);
        Files.writeString(container.resolve("config.yml"), "id: test\n");
        reg = Files.writeString(folder.resolve("in.reg"), REG);
    }

    private int run(Object... arguments) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        String[] words = Stream.concat(
                        Stream.of("hive"), Arrays.stream(arguments).map(Object::toString))
                .toArray(String[]::new);
        int code = Ctnr.commandLine()
                .setOut(new PrintWriter(outText))
                .setErr(new PrintWriter(errText))
                .execute(words);
        out = outText.toString().replace("\r\n", "\n");
        err = errText.toString();
        return code;
    }

    @Test
    void importsIntoTheHivesOfAContainer() throws IOException {
        assertThat(run("import", container, reg)).isZero();
        assertThat(out).isEqualTo("Changed: 2 key added, 3 value added\n");

        assertThat(run("get", container, "HKCU\\Software\\Vendor", "Name")).isZero();
        assertThat(out).isEqualTo("Größe\n");
        Hive machine = Hive.read(container.resolve("user/Registry/HKLM-SW.hiv"));
        assertThat(machine.root().find("Classes\\.vnd")).isPresent();
    }

    @Test
    void saysWhatAnImportWouldChangeAndChangesNothing() throws IOException {
        run("import", container, reg);
        Files.writeString(reg, REG.replace("00000001", "00000002") + "\n[-HKEY_CURRENT_USER\\Software]\n");
        byte[] before = Files.readAllBytes(container.resolve("user/Registry/HKCU.hiv"));

        assertThat(run("import", container, reg, "--dry-run")).isZero();

        assertThat(out).isEqualTo("""
                        ~ [HKEY_CURRENT_USER\\Software\\Vendor] Number = REG_DWORD 0x00000001 (1) -> REG_DWORD 0x00000002 (2)
                        - [HKEY_CURRENT_USER\\Software]
                        Would change: 1 key removed, 1 value changed
                        """);
        assertThat(container.resolve("user/Registry/HKCU.hiv")).hasBinaryContent(before);
    }

    @Test
    void tellsAnImportAsJson() {
        assertThat(run("import", container, reg, "-n", "--json")).isZero();
        JsonNode answer = JsonMapper.shared().readTree(out);
        assertThat(answer.get("dryRun").asBoolean()).isTrue();
        assertThat(answer.get("changes")).hasSize(5);
        assertThat(answer.get("changes").get(1).get("after").get("text").asString())
                .isEqualTo("Größe");
        assertThat(container.resolve("user/Registry/HKCU.hiv")).doesNotExist();
    }

    @Test
    void importsAllOrNothing() throws IOException {
        Files.writeString(reg, REG + "\n[HKEY_LOCAL_MACHINE\\System\\x]\n");

        assertThat(run("import", container, reg)).isEqualTo(ExitCode.FAILED);

        assertThat(err).contains("in.reg:10:1: ").contains("HKEY_LOCAL_MACHINE\\System\\x");
        assertThat(container.resolve("user/Registry/HKCU.hiv")).doesNotExist();
    }

    @Test
    void writesOnlyTheHiveThatChanges() throws IOException {
        Files.writeString(reg, REG.substring(0, REG.indexOf("[HKEY_CLASSES")));

        assertThat(run("import", container, reg)).isZero();

        assertThat(container.resolve("user/Registry/HKCU.hiv")).exists();
        assertThat(container.resolve("user/Registry/HKLM-SW.hiv")).doesNotExist();
    }

    @Test
    void exportsWhatItImported() throws IOException {
        run("import", container, reg);
        Path exported = folder.resolve("out.reg");
        assertThat(run("export", container, "HKCU\\Software\\Vendor", "-o", exported))
                .isZero();
        assertThat(Files.readString(exported, StandardCharsets.UTF_16LE))
                .isEqualTo(("\ufeff" + REG.substring(0, REG.indexOf("[HKEY_CLASSES"))).replace("\n", "\r\n"));

        assertThat(run("export", container, "-o", exported, "--encoding", "utf8"))
                .isZero();
        assertThat(Files.readString(exported))
                .contains("[HKEY_CURRENT_USER\\Software\\Vendor]")
                .contains("\"Größe\"")
                .contains("[HKEY_LOCAL_MACHINE\\Software\\Classes\\.vnd]");
    }

    @Test
    void asksForTheHivesPlaceWhereItIsNotKnown() throws IOException {
        Path file = folder.resolve("some.hiv");
        Hive.empty().write(file);

        assertThat(run("export", file)).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err).contains("--root HKCU");
        assertThat(run("import", file, reg)).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err)
                .contains("HKEY_CURRENT_USER\\Software\\Vendor is a whole path")
                .contains("--root HKCU");
        assertThat(run("import", file, reg, "--root", "HKCU")).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("in.reg:7:1");
        assertThat(run("ls", file, "--root", "HKXX", "a")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err).contains("HKXX");
    }

    @Test
    void listsBothHivesOfAContainer() {
        run("import", container, reg);
        assertThat(run("ls", container)).isZero();
        assertThat(out).isEqualTo("HKCU\\\n  Software\\\nHKLM\\Software\\\n  Classes\\\n");
        assertThat(run("ls", container, "HKLM\\System")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err).contains("lies in no hive of the container");
    }

    @Test
    void refusesAFolderThatIsNoContainer() {
        assertThat(run("ls", folder)).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("config.yml");
    }
}
