package studio.ctnr.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.ctnr.wine.WinePrefix;

/** Programs in an installation that is observed, those of code for .NET alone among them. */
class ObservedProgramTest {
    @TempDir
    private Path folder;

    private Path observed;

    @BeforeEach
    void putProgramsOnTheMachine() throws Exception {
        NativeProgram.CAPTURE_X64.copyTo(
                Files.createDirectories(folder.resolve("tool")).resolve("capture.exe"));
        NativeProgram.copyLibraries(folder.resolve("tool"));
        TestContainer.installManaged(folder, ManagedProgram.ANY, "x64", "any.exe");
        TestContainer.installManaged(folder, ManagedProgram.X86, "x86", "m32.exe");
        Files.copy(TestContainer.testProgram("x86", "tell_self"), folder.resolve("n32.exe"));
        Files.copy(TestContainer.testProgram("x86", "lose_helper"), folder.resolve("lose_helper.exe"));
        Files.copy(TestContainer.testProgram("x64", "exit_with"), folder.resolve("exit-x64.exe"));
        Files.copy(TestContainer.testProgram("x86", "exit_with"), folder.resolve("exit-x86.exe"));
        observed = folder.resolve("observed");
        Files.createDirectories(Capture.machine().drive().resolve("host"));
        Files.createDirectories(workingFolder());
    }

    @AfterAll
    static void stop() throws Exception {
        Files.deleteIfExists(workingFolder());
        for (String written : List.of("written-32.txt", "written-64.txt")) {
            Files.deleteIfExists(Capture.machine().drive().resolve("host").resolve(written));
        }
        Capture.machine().cleanRegistry();
    }

    /** Where the programs begin that the test programs start. */
    private static Path workingFolder() throws Exception {
        return Capture.machine().drive().resolve("Program Files/Test/only here");
    }

    private String run(String... step) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                "run",
                "--events",
                WinePrefix.path(folder.resolve("events")),
                "--observe",
                WinePrefix.path(observed),
                "--"));
        for (String each : step) {
            words.add(each.endsWith(".exe") ? WinePrefix.path(folder.resolve(each)) : each);
        }
        Process process = TestContainer.managed(Capture.machine().program(folder.resolve("tool/capture.exe"), words))
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readString(folder.resolve("events"));
    }

    @ParameterizedTest
    @CsvSource({"n32.exe, 43", "x64/any.exe, 43", "x86/m32.exe, 43"})
    void whatTheyChangeIsToldInWhicheverWayTheyAreStarted(String first, int code) throws Exception {
        assertThat(run(first, "3", "x86/m32.exe", "x64/any.exe", "x86/m32.exe"))
                .contains("\"code\":" + code)
                .doesNotContain("not-observed");
        String told = Files.readString(observed);
        assertThat(told)
                .doesNotContain("process-not-observed")
                .contains("\"C:\\\\host\\\\written-32.txt\"")
                .contains("\"C:\\\\host\\\\written-64.txt\"");
        assertThat(told.lines().filter(line -> line.contains("\"process-start\"")))
                .hasSize(4);
    }

    /** Wine loses a process now and then; what attaches to a 64-bit program has done nothing to it by then. */
    @Test
    void whatAttachesIsStartedAgainWhenWineLosesIt() throws Exception {
        assertThat(run("lose_helper.exe", "2", "exit-x64.exe", "5")).contains("\"code\":5");
        String told = Files.readString(observed);
        assertThat(told).doesNotContain("process-not-observed");
        assertThat(told.lines().filter(line -> line.contains("\"process-start\"")))
                .hasSize(2);

        assertThat(run("lose_helper.exe", "3", "exit-x64.exe", "6")).contains("\"code\":6");
        assertThat(Files.readString(observed).lines().filter(line -> line.contains("\"process-not-observed\"")))
                .singleElement()
                .asString()
                .contains("exit-x64.exe", "C007054F"); // ERROR_INTERNAL_ERROR
    }

    private enum Damage {
        MISSING,
        NO_LIBRARY,
        CUT_OFF,
        /** It is loaded, and its first instruction is a breakpoint. */
        CODE;

        void doTo(Path library) throws IOException {
            byte[] bytes = Files.readAllBytes(library);
            switch (this) {
                case MISSING -> Files.delete(library);
                case NO_LIBRARY -> Files.write(library, new byte[100]);
                case CUT_OFF -> Files.write(library, Arrays.copyOf(bytes, bytes.length / 2));
                case CODE -> {
                    ByteBuffer image = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
                    int headers = image.getInt(0x3c);
                    int sections = headers + 24 + image.getShort(headers + 20);
                    int entry = image.getInt(headers + 40) - image.getInt(sections + 12) + image.getInt(sections + 20);
                    Arrays.fill(bytes, entry, entry + 16, (byte) 0xcc);
                    Files.write(library, bytes);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"x64, MISSING", "x64, CUT_OFF", "x64, CODE", "x86, NO_LIBRARY", "x86, CODE"})
    void anInstallationGoesOnWhenTheLibraryIsDamagedAndSaysThatItIsNotObserved(String bits, Damage damage)
            throws Exception {
        damage.doTo(folder.resolve("tool/" + bits + "/ctnr.dll"));
        assertThat(run("exit-" + bits + ".exe", "5"))
                .contains("\"code\":5")
                .contains("\"event\":\"not-observed\"")
                .contains(bits + "\\\\ctnr.dll");
        assertThat(Files.readString(observed)).doesNotContain("exit-");

        assertThat(run("exit-" + (bits.equals("x64") ? "x86" : "x64") + ".exe", "6"))
                .contains("\"code\":6");
        assertThat(Files.readString(observed)).contains("\"process-start\"").contains("exit-");
    }

    @Test
    void oneThatTheLibraryCantBeLoadedIntoRunsUnobserved() throws Exception {
        Files.write(folder.resolve("tool/x86/ctnr.dll"), new byte[100]);
        assertThat(run("x86/m32.exe")).contains("\"code\":40").contains("not-observed");
        assertThat(Files.readString(observed)).doesNotContain("written-32.txt");
    }
}
