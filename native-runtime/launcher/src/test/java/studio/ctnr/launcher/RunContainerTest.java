package studio.ctnr.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How programs are started in a container, and what they know of themselves. */
class RunContainerTest extends OnMachine {
    /** GUEST_CLASS of guest.h. */
    private static final String CLASS = "{2F6D0B1C-9C1B-4A51-8E0D-6B1A51C07E44}";

    private static final String CONFIG = TestContainer.HOME + """
              - { name: "x64", target: "%TEST_HOME%\\\\x64.exe" }
              - { name: "x86", target: "%TEST_HOME%\\\\x86.exe" }
              - { name: "pass-x64", target: "%TEST_HOME%\\\\pass-x64.exe" }
              - { name: "pass-x86", target: "%TEST_HOME%\\\\pass-x86.exe" }
            """;

    @TempDir
    private Path folder;

    private TestContainer container;

    @BeforeEach
    void make() throws Exception {
        container = new TestContainer(folder.resolve("container"), CONFIG);
        container.install("x64", "tell_self", "x64.exe");
        container.install("x86", "tell_self", "x86.exe");
        Files.createDirectories(container.root.resolve("rootfs/ProgramFiles/Test/only here"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x64", "x86"})
    void childrenOfEitherBitnessAreInsideAlthoughTheirEnvironmentWasCleared(String first) throws Exception {
        String folderInside = "C:\\Program Files\\Test\\";
        TestContainer.Said said = container.launch(
                "--entry",
                first,
                "--",
                "3",
                folderInside + "x86.exe",
                folderInside + "x64.exe",
                folderInside + "x86.exe");
        assertThat(said.out())
                .containsExactly(
                        told(first, "C:\\Program Files\\Test"),
                        told("x86", "C:\\Program Files\\Test\\only here"),
                        told("x64", "C:\\Program Files\\Test\\only here"),
                        told("x86", "C:\\Program Files\\Test\\only here"));
        assertThat(said.status()).isEqualTo(43);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x64", "x86"})
    void aChildIsInsideInWhicheverWayItIsStarted(String bits) throws Exception {
        container.install(bits, "start_child", "start.exe");
        makeInside(bits);
        String system = bits.equals("x64") ? "System32" : "SysWOW64";
        register(system);
        String start = "C:\\PROGRA~1\\Test\\start.exe";
        String cmd = "C:\\Windows\\" + system + "\\cmd.exe";
        assertThat(container
                        .launch("--", "/c", start, cmd, "/c", "C:\\PROGRA~1\\Test\\inside.bat")
                        .out())
                .hasSize(14)
                .allMatch(line -> line.endsWith(" 7"), "inside");
    }

    /** What proves that it is inside: a batch file, a file and a library that nobody outside sees. */
    private void makeInside(String bits) throws Exception {
        container.installGuest(bits);
        Files.writeString(container.root.resolve("rootfs/Drives/C/inside.txt"), "");
        Files.writeString(
                container.root.resolve("rootfs/ProgramFiles/Test/inside.bat"),
                "@if exist C:\\inside.txt if defined TEST_HOME exit 7\r\n@exit 8\r\n");
    }

    /** A file type and a class in a surrogate, which the container alone has. */
    private void register(String system) throws Exception {
        String type = "HKCU\\Software\\Classes\\Ctnr.Paper\\shell\\open\\command";
        String command = "C:\\Windows\\" + system + "\\cmd.exe /c C:\\PROGRA~1\\Test\\inside.bat";
        String library = "HKCU\\Software\\Classes\\CLSID\\" + CLASS + "\\InprocServer32";
        String surrogate = "C:\\Windows\\" + system + "\\dllhost.exe";
        Files.writeString(container.root.resolve("rootfs/ProgramFiles/Test/paper.ctnr-paper"), "text");
        Files.writeString(
                container.root.resolve("rootfs/ProgramFiles/Test/register.bat"),
                Stream.of(
                                add("HKCU\\Software\\Classes\\.ctnr-paper", "/ve", "Ctnr.Paper"),
                                add(type, "/ve", command + " %%1"),
                                add("HKCU\\Software\\Classes\\CLSID\\" + CLASS, "/v AppID", CLASS),
                                add(library, "/ve", "C:\\Program Files\\Test\\guest.dll"),
                                add("HKCU\\Software\\Classes\\AppID\\" + CLASS, "/v DllSurrogate", surrogate))
                        .map(line ->
                                "@C:\\Windows\\" + system + "\\reg.exe " + line + "\r\n@if errorlevel 1 exit 9\r\n")
                        .collect(Collectors.joining()));
        assertThat(container
                        .launch("--", "/c", "C:\\PROGRA~1\\Test\\register.bat")
                        .status())
                .isZero();
    }

    private static String add(String key, String value, String text) {
        return "add " + key + " " + value + " /d \"" + text + "\" /f";
    }

    @ParameterizedTest
    @CsvSource({"System32, x64", "System32, x86", "SysWOW64, x86"})
    void whatWindowsInstallerRunsIsInside(String system, String bits) throws Exception {
        makeInside(bits);
        Files.writeString(folder.resolve("acts.txt"), "acts");
        Files.copy(TestContainer.guest(bits), folder.resolve("guest.dll"));
        Path source = Path.of("src/test/c/guest/acts.wxs").toAbsolutePath();
        Path made = container.root.resolve("rootfs/Drives/C/acts.msi");
        Process wixl = new ProcessBuilder("wixl", "-o", made.toString(), "-a", bits, source.toString())
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(wixl.waitFor()).isZero();
        String installer = "C:\\Windows\\" + system + "\\msiexec.exe";
        assertThat(container
                        .launch("--", "/c", installer, "/i", "C:\\acts.msi", "/qn")
                        .status())
                .isZero();
        assertThat(container.root.resolve("rootfs/Drives/C/by-program.txt")).hasContent("by a program");
        assertThat(container.root.resolve("rootfs/ProgramFilesX86/Acts/acts.txt"))
                .hasContent("acts");
        assertThat(container.drive().resolve("by-program.txt")).doesNotExist();
        assertThat(container.drive().resolve("Program Files (x86)/Acts")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"x64, x86, x64", "x86, x64, x86"})
    void aMegabyteOfAnyBytesComesThroughThreeProgramsAsItIs(String first, String second, String third)
            throws Exception {
        Files.writeString(container.root.resolve("rootfs/Drives/C/inside.txt"), "");
        container.install("x64", "pass_on", "pass-x64.exe");
        container.install("x86", "pass_on", "pass-x86.exe");
        byte[] bytes = new byte[1 << 20];
        new Random(7).nextBytes(bytes);
        String pass = "C:\\Program Files\\Test\\pass-%s.exe";
        assertThat(container.pipe(
                        bytes, "--entry", "pass-" + first, "--", pass.formatted(second), pass.formatted(third)))
                .isEqualTo(bytes);
    }

    private static String told(String name, String directory) {
        String program = "C:\\Program Files\\Test\\" + name + ".exe";
        return String.join("|", program, program, directory, "C:\\Program Files\\Test");
    }

    @Test
    void aBatchFileWritesIntoTheContainerOnly() throws Exception {
        Files.writeString(container.drive().resolve("of-host.txt"), "host\r\n");
        Files.writeString(
                container.root.resolve("rootfs/ProgramFiles/Test/work.bat"),
                "@echo off\r\necho more>>C:\\of-host.txt\r\ntype C:\\of-host.txt\r\nmkdir C:\\made\\deep\r\n"
                        + "ren C:\\of-host.txt renamed.txt\r\nif exist C:\\of-host.txt echo still there\r\nexit /b 9\r\n");
        TestContainer.Said said = container.launch("--", "/c", "C:\\PROGRA~1\\Test\\work.bat");
        assertThat(said.out()).containsExactly("host", "more");
        assertThat(said.status()).isEqualTo(9);
        assertThat(container.drive().resolve("of-host.txt")).hasContent("host");
        assertThat(container.drive().resolve("made")).doesNotExist();
        Path own = container.root.resolve("rootfs/Drives/C");
        assertThat(own.resolve("made/deep")).isDirectory();
        assertThat(own.resolve("renamed.txt")).hasContent("host\nmore");
        assertThat(own.resolve(".wh.of-host.txt")).isEmptyFile();
    }

    @Test
    void childrenBeginInTheFolderOfTheirParentHoweverLongItsName() throws Exception {
        List<String> folders = IntStream.rangeClosed(1, 9)
                .mapToObj(length -> "C:\\" + "f".repeat(length))
                .toList();
        StringBuilder script = new StringBuilder("@echo off\r\n");
        for (String each : folders) {
            script.append("mkdir ").append(each).append("\r\ncd ").append(each).append("\r\ncmd /c cd\r\n");
        }
        Files.writeString(container.root.resolve("rootfs/ProgramFiles/Test/folders.bat"), script);
        assertThat(container
                        .launch("--", "/c", "C:\\PROGRA~1\\Test\\folders.bat")
                        .out())
                .isEqualTo(folders);
    }

    @Test
    void aFolderThatTakesTheNameOfOneThatWasLookedIntoBringsItsFiles() throws Exception {
        Files.writeString(
                container.root.resolve("rootfs/ProgramFiles/Test/move.bat"),
                "@echo off\r\nmkdir C:\\one\\deep\r\nmkdir C:\\two\r\nif exist C:\\two\\deep\\file.txt echo early\r\n"
                        + "echo text>C:\\one\\deep\\file.txt\r\nrmdir C:\\two\r\n"
                        + "cmd /c if exist C:\\two\\deep\\file.txt echo early\r\n"
                        + "ren C:\\one two\r\ntype C:\\two\\deep\\file.txt\r\ncmd /c type C:\\two\\deep\\file.txt\r\n"
                        + "if exist C:\\one\\deep echo late\r\n");
        assertThat(container.launch("--", "/c", "C:\\PROGRA~1\\Test\\move.bat").out())
                .containsExactly("text", "text");
    }

    @Test
    void doesNotWaitForTheDesktopThatTheFirstWindowOfTheMachineBrings() throws Exception {
        container.install("x64", "exit_with", "draws.exe");
        Capture.machine().stop();
        assertThat(container
                        .launch("--", "/c", "C:\\PROGRA~1\\Test\\draws.exe", "desktop")
                        .status())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: &x 1", "a: b\n  c: d", "a: \"b\n c\"", "a: [1, 2", "env: 3", "a: 1\na: 2"})
    void whatIsNotUnderstoodInTheConfigurationIsRefusedWithItsLine(String text) throws Exception {
        Files.writeString(container.root.resolve("config.yml"), text + "\n");
        TestContainer.Said said = container.launch();
        assertThat(said.status()).isEqualTo(211);
        assertThat(said.err()).singleElement().asString().contains("config.yml, line ");
    }

    @Test
    void anEntryPointThatIsNotThereIsNamed() throws Exception {
        TestContainer.Said said = container.launch("--entry", "nothing");
        assertThat(said.status()).isEqualTo(211);
        assertThat(said.err()).singleElement().asString().contains("no entry point 'nothing'");
        assertThat(List.of(container.launch("--wrong").status())).containsExactly(210);
    }
}
