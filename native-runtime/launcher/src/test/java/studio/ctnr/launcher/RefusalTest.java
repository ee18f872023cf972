package studio.ctnr.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.ctnr.wine.WinePrefix;

/** Nothing runs unisolated by accident: each thing that is broken has its code, its sentence and its event. */
class RefusalTest extends OnMachine {
    private static final String CONFIG = """
            entrypoints:
              - {name: "mark", target: "C:\\\\Program Files\\\\Test\\\\mark.bat"}
              - {name: "odd", target: "C:\\\\Program Files\\\\Test\\\\odd.exe"}
            """;

    @TempDir
    private Path folder;

    private TestContainer container;

    @BeforeEach
    void containerWhoseApplicationLeavesAMark() throws Exception {
        container = new TestContainer(folder.resolve("container"), CONFIG);
        Files.writeString(
                container.root.resolve("rootfs/ProgramFiles/Test/mark.bat"), "@echo off\r\necho x>C:\\mark.txt\r\n");
        Files.deleteIfExists(container.drive().resolve("mark.txt"));
    }

    private void refused(TestContainer.Said said, int code, String words) throws IOException {
        assertThat(said.err()).singleElement().asString().contains(words);
        assertThat(said.status()).isEqualTo(code);
        assertThat(Files.readString(container.root.resolve("logs/events.log")))
                .contains("\"event\":\"refused\",\"subject\":\"" + code + "\",\"message\":\"");
        assertThat(container.root.resolve("rootfs/Drives/C/mark.txt")).doesNotExist();
        assertThat(container.drive().resolve("mark.txt")).doesNotExist();
    }

    private void config(String more) throws IOException {
        Path file = container.root.resolve("config.yml");
        Files.writeString(file, Files.readString(file) + more);
    }

    private String hash(String file) throws Exception {
        byte[] bytes = Files.readAllBytes(container.root.resolve(file));
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private void hashes(String... files) throws Exception {
        StringBuilder text = new StringBuilder("hashes:\n  algorithm: sha256\n  root: \"\"\n  runtime:\n");
        for (String file : files) {
            text.append("    - path: \"%s\"\n      hash: \"%s\"\n".formatted(file, hash(file)));
        }
        config(text.toString());
    }

    @Test
    void whatIsWholeRuns() throws Exception {
        hashes("bin/launcher.exe", "bin/runtime/x64/ctnr.dll", "bin/runtime/x86/ctnr.dll");
        assertThat(container.launch().err()).isEmpty();
        assertThat(container.root.resolve("rootfs/Drives/C/mark.txt")).exists();
    }

    @ParameterizedTest
    @CsvSource({"bin/runtime/x64/ctnr.dll", "bin/runtime/x86/ctnr.dll"})
    void aLibraryThatIsMissing(String file) throws Exception {
        Files.delete(container.root.resolve(file));
        refused(container.launch(), 215, "is missing");
    }

    @ParameterizedTest
    @CsvSource({"bin/runtime/x64/ctnr.dll", "bin/runtime/x86/ctnr.dll", "bin/launcher.exe"})
    void aFileOfTheRuntimeThatIsNotTheOneTheContainerWasBuiltWith(String file) throws Exception {
        hashes(file);
        byte[] bytes = Files.readAllBytes(container.root.resolve(file));
        bytes[0x4f] ^= 1; // of the words in the program for DOS
        Files.write(container.root.resolve(file), bytes);
        refused(container.launch(), 215, "is not the file that the container was built with");
    }

    @ParameterizedTest
    @CsvSource({
        "filesystem, winfsp, 219, 'winfsp'",
        "filesystem, minifilter, 219, 'minifilter'",
        "registry, mixed, 219, 'mixed'",
        "registry, mixto, 219, 'mixed'",
        "filesystem, mixed, 211, is one of",
        "registry, magic, 211, is one of"
    })
    void aProviderThatIsNotHere(String what, String name, int code, String words) throws Exception {
        config("runtime:\n  hooks:\n    %s: %s\n".formatted(what, name));
        refused(container.launch(), code, words);
    }

    @Test
    void aConfigurationThatCantBeRead() throws Exception {
        config("env: 3\n");
        refused(container.launch(), 211, "config.yml, line ");
    }

    @ParameterizedTest
    @CsvSource({"0xaa64, ARM", "0x0200, another kind of processor"})
    void aProgramForAnotherProcessor(String machine, String words) throws Exception {
        container.install("x64", "exit_with", "odd.exe");
        Path program = container.root.resolve("rootfs/ProgramFiles/Test/odd.exe");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(program)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort(bytes.getInt(0x3c) + 4, (short) (int) Integer.decode(machine));
        Files.write(program, bytes.array());
        refused(container.launch("--entry", "odd", "--", "0"), 218, words);
    }

    @Test
    void aDotNetProgramOnAMachineWithoutDotNet() throws Exception {
        ManagedProgram.ANY.write(container.root.resolve("rootfs/ProgramFiles/Test/odd.exe"));
        refused(container.launch("--entry", "odd"), 213, "this machine has no .NET Framework");
    }

    /** No import table makes Windows end it when the library can't be loaded: what was to load it does. */
    @Test
    void aDotNetProgramThatTheLibraryCantBeLoadedInto() throws Exception {
        container.installManaged(ManagedProgram.X86, "x86", "odd.exe");
        Path test = container.root.resolve("rootfs/ProgramFiles/Test");
        Files.move(test.resolve("x86/odd.exe"), test.resolve("odd.exe"));
        Files.move(test.resolve("x86/mscoree.dll"), test.resolve("mscoree.dll"));
        Files.write(container.root.resolve("bin/runtime/x86/ctnr.dll"), new byte[100]);
        TestContainer.Said said = container.launchManaged("--entry", "odd");
        assertThat(said.out()).isEmpty();
        refused(said, 215, "can't be loaded into it");
    }

    @Test
    void aDotNetChildWhoseLibraryWasRemovedMeanwhile() throws Exception {
        container.installManaged(ManagedProgram.X86, "x86", "odd.exe");
        String odd = "\r\n@\"C:\\Program Files\\Test\\x86\\odd.exe\"\r\n";
        Files.writeString(
                container.root.resolve("rootfs/ProgramFiles/Test/mark.bat"),
                "@echo ready\r\n@set /p wait=" + odd + "@echo %ERRORLEVEL%\r\n@exit 5\r\n");
        Process process = container.startManaged("--entry", "mark");
        try (BufferedReader out = process.inputReader();
                OutputStream in = process.getOutputStream()) {
            assertThat(out.readLine().trim()).isEqualTo("ready");
            Files.delete(container.root.resolve("bin/runtime/x86/ctnr.dll"));
            in.write("go\r\n".getBytes(StandardCharsets.UTF_8));
            in.flush();
            assertThat(out.lines()).containsExactly(Integer.toString(0xE0435452));
        }
        assertThat(process.waitFor()).isEqualTo(5);
    }

    @Test
    void aFunctionOfWindowsThatIsNotAsKnown() throws Exception {
        TestContainer.Said said = container.plain(
                TestContainer.testProgram("x64", "alter_stub"),
                WinePrefix.path(container.root.resolve("bin/launcher.exe")));
        refused(said, 212, "does not know this version of Windows");
        assertThat(Files.readString(container.root.resolve("logs/events.log")))
                .contains("\"event\":\"unknown-stub\",\"subject\":\"NtCreateFile\"");
    }

    @Test
    void whatTheMachineCanDoIsSaidWithoutStartingAnything() throws Exception {
        TestContainer.Said said = container.launch("--doctor");
        assertThat(said.status()).isZero();
        assertThat(said.out())
                .anyMatch(line -> line.matches("good +64-bit programs .*"))
                .anyMatch(line -> line.matches("good +32-bit programs .*"))
                .anyMatch(line -> line.matches("good +scratch keys .*"))
                .anyMatch(line -> line.matches("absent +file system +winfsp: .*not available on this machine.*"))
                .last()
                .isEqualTo("Containers run on this machine.");
        assertThat(container.root.resolve("rootfs/Drives/C/mark.txt")).doesNotExist();
    }

    @Test
    void whatAContainerLacksIsSaidAsJsonToo() throws Exception {
        config("runtime:\n  hooks:\n    filesystem: winfsp\n");
        Files.write(container.root.resolve("bin/runtime/x86/ctnr.dll"), new byte[100]);
        TestContainer.Said said = container.launch("--doctor", "--json");
        assertThat(said.status()).isEqualTo(212);
        assertThat(said.out())
                .singleElement()
                .asString()
                .startsWith("{\"usable\":false,\"findings\":[")
                .contains(
                        "{\"topic\":\"file system\",\"state\":\"missing\",\"found\":\"winfsp (config.yml asks for it)")
                .contains("{\"topic\":\"64-bit programs\",\"state\":\"good\"")
                .contains("{\"topic\":\"32-bit programs\",\"state\":\"missing\"");
    }

    @Test
    void aProgramThatIsNotThere() throws Exception {
        refused(container.launch("--entry", "odd"), 213, "there is no such file");
    }

    @Test
    void inACopyTheContainerItselfDoesNotChange() throws Exception {
        TestContainer.Said said = container.launch("--temporary");
        assertThat(said.err()).isEmpty();
        assertThat(said.status()).isZero();
        assertThat(container.root.resolve("rootfs/Drives/C/mark.txt")).doesNotExist();
        assertThat(container.drive().resolve("mark.txt")).doesNotExist();
    }

    @Test
    void aContainerThatRunsWithAnotherVersionOfTheRuntime() throws Exception {
        container.install("x64", "pass_on", "odd.exe");
        Files.writeString(container.root.resolve("rootfs/Drives/C/inside.txt"), "");
        Process running = container.start("--entry", "odd");
        try (OutputStream to = running.getOutputStream();
                BufferedReader said = running.inputReader()) {
            to.write("runs\n".getBytes(StandardCharsets.UTF_8));
            to.flush();
            assertThat(said.readLine()).isEqualTo("runs");
            assertThat(container
                            .plain(TestContainer.testProgram("x64", "other_version"), WinePrefix.path(container.root))
                            .status())
                    .isZero();
            refused(container.launch(), 217, "is running with another version of the runtime; end it first");
        }
        assertThat(running.waitFor()).isZero();
        assertThat(container.launch().status()).isZero();
    }

    /** The machine's files are opened by Wine's server, so that it has to see the read-only disk, too. */
    private TestContainer.Said onAReadOnlyDisk(String... arguments) throws Exception {
        Capture.machine().stop();
        String root = container.root.toString();
        try {
            return container.launchBehind(List.of("bwrap", "--dev-bind", "/", "/", "--ro-bind", root, root), arguments);
        } finally {
            Capture.machine().stop();
        }
    }

    @Test
    void aContainerOnAReadOnlyDisk() throws Exception {
        TestContainer.Said said = onAReadOnlyDisk();
        assertThat(said.err())
                .singleElement()
                .asString()
                .contains(WinePrefix.path(container.root), "can't be written to", "--temporary");
        assertThat(said.status()).isEqualTo(216);
        assertThat(container.drive().resolve("mark.txt")).doesNotExist();
    }

    @Test
    void onAReadOnlyDiskItRunsInACopy() throws Exception {
        TestContainer.Said said = onAReadOnlyDisk("--temporary");
        assertThat(said.err()).isEmpty();
        assertThat(said.status()).isZero();
        assertThat(container.root.resolve("rootfs/Drives/C/mark.txt")).doesNotExist();
        assertThat(container.drive().resolve("mark.txt")).doesNotExist();
        assertThat(copies()).isEmpty();
    }

    private List<Path> copies() throws IOException {
        try (Stream<Path> all = Files.walk(container.drive())) {
            return all.filter(path -> path.endsWith(".ctnr-copy")).toList();
        }
    }

    @Test
    void theCopyOfALauncherThatWasKilledIsRemovedByTheNextStartAndOfOneThatRunsIsNot() throws Exception {
        container.install("x64", "pass_on", "odd.exe");
        Files.writeString(container.root.resolve("rootfs/Drives/C/inside.txt"), "");
        Path events = folder.resolve("events");
        Process killed = container.start("--temporary", "--events", WinePrefix.path(events), "--entry", "odd");
        Process running = container.start("--temporary", "--entry", "odd");
        try (OutputStream to = running.getOutputStream();
                OutputStream toKilled = killed.getOutputStream();
                BufferedReader said = running.inputReader();
                BufferedReader saidKilled = killed.inputReader()) {
            for (OutputStream each : List.of(to, toKilled)) {
                each.write("runs\n".getBytes(StandardCharsets.UTF_8));
                each.flush();
            }
            assertThat(said.readLine()).isEqualTo("runs");
            assertThat(saidKilled.readLine()).isEqualTo("runs");
            assertThat(copies()).hasSize(2);
            String launcher = Files.readString(events).replaceAll("(?s).*\"launcher\":(\\d+).*", "$1");
            assertThat(Capture.machine().run("wine", "taskkill", "/f", "/pid", launcher))
                    .isZero();
            killed.waitFor();
            assertThat(copies()).as("it had no time to remove its own").hasSize(2);
            assertThat(container.launch("--temporary").status()).isZero();
            assertThat(copies()).hasSize(1);
        }
        assertThat(running.waitFor()).isZero();
        assertThat(copies()).isEmpty();
    }
}
