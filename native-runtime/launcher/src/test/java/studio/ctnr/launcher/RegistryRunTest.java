package studio.ctnr.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs do with the registry of a container: its rules, its classes, many at once, and the next start. */
class RegistryRunTest extends OnMachine {
    private static final Path REG = Path.of("C:\\windows\\system32\\reg.exe");
    private static final String CONFIG = """
            entrypoints:
              - { name: "cmd", target: "C:\\\\Windows\\\\System32\\\\cmd.exe", default: true }
              - { name: "cmd32", target: "C:\\\\Windows\\\\SysWOW64\\\\cmd.exe" }
              - { name: "classes", target: "C:\\\\Program Files\\\\Test\\\\classes.exe" }
              - { name: "kill", target: "C:\\\\Program Files\\\\Test\\\\kill.exe" }
              - { name: "race", target: "C:\\\\Program Files\\\\Test\\\\race.exe" }
            isolation:
              registry:
                - { path: "HKCU\\\\Software\\\\Alone\\\\**", mode: isolated }
                - { path: "HKEY_CURRENT_USER\\\\Software\\\\Alone\\\\Shared\\\\**", mode: host }
                - { path: "HKLM\\\\System\\\\Free\\\\**", mode: host }
            """;

    @TempDir
    private Path folder;

    private TestContainer container;

    @BeforeEach
    void make() throws Exception {
        container = new TestContainer(folder.resolve("container"), CONFIG);
    }

    private List<String> batch(String entry, String... lines) throws Exception {
        Files.writeString(
                container.root.resolve("rootfs/ProgramFiles/Test/run.bat"),
                "@echo off\r\n" + String.join("\r\n", lines) + "\r\n");
        return container.launch("--entry", entry, "--", "/c", "C:\\PROGRA~1\\Test\\run.bat").out().stream()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private void host(String... arguments) throws Exception {
        container.plain(REG, arguments);
    }

    @Test
    void whatIsWrittenIsThereAtTheNextStartAndNotOnTheHost() throws Exception {
        Files.writeString(
                container.root.resolve("rootfs/ProgramFiles/Test/settings.reg"),
                "REGEDIT4\r\n\r\n[HKEY_CURRENT_USER\\Software\\By Regedit]\r\n\"v\"=\"imported\"\r\n",
                StandardCharsets.US_ASCII);
        batch(
                "cmd",
                "regedit /S \"C:\\Program Files\\Test\\settings.reg\"",
                "reg add \"HKCU\\Software\\By Reg\" /v n /d 1");
        assertThat(batch("cmd32", "reg query \"HKCU\\Software\\By Regedit\"", "reg query \"HKCU\\Software\\By Reg\""))
                .contains("    v    REG_SZ    imported", "    n    REG_SZ    1");
        assertThat(container.plain(REG, "query", "HKCU\\Software").out()).noneMatch(line -> line.contains("By Reg"));
        assertThat(Files.readString(container.root.resolve("user/Registry/HKCU.hiv"), StandardCharsets.ISO_8859_1))
                .startsWith("regf")
                .contains("By Regedit");
    }

    @Test
    void rulesSayWhichLayersAreSeenAndWritten() throws Exception {
        host("add", "HKCU\\Software\\Alone", "/v", "low", "/d", "low", "/f");
        host("add", "HKCU\\Software\\Alone\\Shared", "/v", "low", "/d", "low", "/f");
        List<String> said = batch(
                "cmd",
                "reg query HKCU\\Software\\Alone /v low || echo no value",
                "reg add HKCU\\Software\\Alone /v high /d high >nul",
                "reg add HKCU\\Software\\Alone\\Shared /v high /d high /f >nul",
                "reg add HKLM\\System\\Bound /v x /d x || echo denied",
                "reg add HKLM\\System\\Free /v x /d x /f",
                "reg query HKCU\\Software\\Alone");
        assertThat(said)
                .contains(
                        "no value",
                        "denied",
                        "    high    REG_SZ    high",
                        "HKEY_CURRENT_USER\\Software\\Alone\\Shared");
        assertThat(said).doesNotContain("    low    REG_SZ    low");
        assertThat(container.plain(REG, "query", "HKCU\\Software\\Alone").out())
                .noneMatch(line -> line.contains("high"));
        assertThat(container
                        .plain(REG, "query", "HKCU\\Software\\Alone\\Shared")
                        .out())
                .contains("    high    REG_SZ    high");
        assertThat(container.plain(REG, "query", "HKLM\\System\\Free").status()).isZero();
        assertThat(container.plain(REG, "query", "HKLM\\System\\Bound").status())
                .isNotZero();
        assertThat(Files.readString(container.root.resolve("logs/events.log")))
                .contains("\"event\":\"registry-of-host\",\"subject\":\"HKLM\\\\System\\\\Bound\"");
    }

    @Test
    void theKeyThatASessionKeepsItsRegistryInCanNotBeSeen() throws Exception {
        assertThat(batch(
                        "cmd",
                        "reg query HKCU\\Software\\Ctnr || echo hidden",
                        "reg query HKCU\\Software\\Ctnr\\Sessions || echo hidden",
                        "reg query HKCU\\Software"))
                .contains("hidden")
                .noneMatch(line -> line.contains("Ctnr\\") || line.endsWith("\\Ctnr"));
    }

    @ParameterizedTest
    @CsvSource({"cmd, HKLM", "cmd, HKCU", "cmd32, HKLM", "cmd32, HKCU"})
    void aDocumentOpensWithTheProgramThatTheContainersClassesName(String entry, String root) throws Exception {
        container.install("x64", "exit_with", "viewer.exe");
        Files.writeString(container.root.resolve("rootfs/Drives/C/some.ctnrdoc"), "text");
        String classes = root + "\\Software\\Classes";
        batch(
                "cmd32",
                "reg add " + classes + "\\.ctnrdoc /ve /d Ctnr.Doc",
                "reg add " + classes
                        + "\\Ctnr.Doc\\shell\\open\\command /ve /d \"\\\"C:\\Program Files\\Test\\viewer.exe\\\" 7\"");
        for (int start = 0; start < 2; start++) {
            assertThat(batch(entry, "start /wait C:\\some.ctnrdoc", "echo %errorlevel%"))
                    .contains("7");
        }
    }

    @Test
    void aKeyThatA32BitProgramMakesStepByStepLiesWhereOneThatItMakesAtOnceDoes() throws Exception {
        batch(
                "cmd32",
                "reg add HKLM\\Software\\Classes\\Steps\\deep /ve /d 32",
                "reg add HKLM\\Software\\Steps\\deep /ve /d 32");
        assertThat(batch(
                        "cmd",
                        "reg query HKLM\\Software\\Classes\\Steps\\deep",
                        "reg query HKLM\\Software\\Wow6432Node\\Steps\\deep"))
                .contains(
                        "HKEY_LOCAL_MACHINE\\Software\\Classes\\Steps\\deep",
                        "HKEY_LOCAL_MACHINE\\Software\\Wow6432Node\\Steps\\deep");
    }

    @ParameterizedTest
    @CsvSource({"x64", "x86"})
    void theClassesOfTheUserAndTheMachineAreOneAsOnWindows(String bits) throws Exception {
        container.install(bits, "classes", "classes.exe");
        Path program = TestContainer.testProgram(bits, "classes");
        container.plain(program, "host");
        List<String> said = container.launch("--entry", "classes").out();
        container.plain(program, "clean");
        assertThat(said).hasSize(38).allMatch(line -> line.startsWith("ok "));
    }

    @ParameterizedTest
    @CsvSource({"x64", "x86"})
    void thirtyTwoThreadsOfEightProcessesFindWhatTheyWrote(String bits) throws Exception {
        container.install(bits, "registry_race", "race.exe");
        String base = "Software\\Race " + bits;
        host("delete", "HKCU\\" + base, "/f");
        container.plain(TestContainer.testProgram(bits, "registry_race"), base, "prepare");
        TestContainer.Said said = container.launch("--entry", "race", "--", base, "run", "8", "4", "10");
        assertThat(said.out()).noneMatch(line -> line.startsWith("thread ")).contains("left: 0 keys, 32 values");
        assertThat(said.status()).isZero();
    }

    /** And at the next start, from the hive. */
    @ParameterizedTest
    @CsvSource({"x64", "x86"})
    void whatProgramsHadDeletedBeforeTheyWereKilledStaysDeleted(String bits) throws Exception {
        container.install(bits, "registry_kill", "kill.exe");
        String base = "Software\\Kill " + bits;
        host("delete", "HKCU\\" + base, "/f");
        container.plain(TestContainer.testProgram(bits, "registry_kill"), base, "host");
        TestContainer.Said said = container.launch("--entry", "kill", "--", base, "run", "12");
        assertThat(said.out()).noneMatch(line -> line.startsWith("wrong "));
        assertThat(said.status()).isZero();
        List<String> left = batch("cmd", "reg query \"HKCU\\" + base + "\"");
        assertThat(left).hasSizeGreaterThan(2);
        for (String key : names(said, "keys gone:")) {
            assertThat(left).noneMatch(line -> line.endsWith("\\" + key));
        }
        for (String value : names(said, "values gone:")) {
            assertThat(left).noneMatch(line -> line.startsWith("    " + value + " "));
        }
        for (String key : names(said, "keys made:")) {
            assertThat(left).contains("HKEY_CURRENT_USER\\" + base + "\\" + key);
        }
    }

    private static List<String> names(TestContainer.Said said, String what) {
        String line = said.out().stream()
                .filter(each -> each.startsWith(what))
                .findFirst()
                .orElseThrow();
        return List.of(line.substring(what.length()).strip().split(" "));
    }
}
