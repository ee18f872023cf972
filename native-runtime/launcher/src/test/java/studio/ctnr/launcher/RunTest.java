package studio.ctnr.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.ctnr.wine.WinePrefix;

/** What `capture.exe run` does with real processes, under Wine. */
class RunTest extends OnMachine {
    private static final List<String> LIMIT = List.of("--timeout", "60");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void reportsAll32BitsOfTheExitCode(Capture capture) throws Exception {
        assertThat(capture.run(LIMIT, capture.testProgram("exit_with"), "3010").exit())
                .isEqualTo("{\"event\":\"exit\",\"code\":3010,\"timedOut\":false,\"left\":[]}");
        Capture.Said crashed = capture.run(LIMIT, capture.testProgram("exit_with"), "0xC0000005");
        assertThat(crashed.exit()).contains("\"code\":3221225477,");
        assertThat(crashed.status()).isZero();
    }

    @Test
    void endsWithTheCodeOfACrash() throws Exception {
        assertThat(Capture.X64
                        .run(LIMIT, Capture.X64.testProgram("exit_with"), "crash")
                        .exit())
                .contains("\"code\":3221225477,");
    }

    @Test
    void followsAProgramOfTheOtherBitness() throws Exception {
        assertThat(Capture.X64
                        .run(LIMIT, Capture.X86.testProgram("exit_with"), "5")
                        .exit())
                .contains("\"code\":5,");
        assertThat(Capture.X86
                        .run(LIMIT, Capture.X64.testProgram("exit_with"), "6")
                        .exit())
                .contains("\"code\":6,");
    }

    @ParameterizedTest
    @EnumSource
    void waitsForAChildThatOutlivesTheFirstProcess(Capture capture) throws Exception {
        Capture.Said said = capture.run(LIMIT, capture.testProgram("leave_child"), "tell", "outlive" + capture);
        assertThat(said.events("process")).hasSize(3).allMatch(line -> line.contains("leave_child.exe"));
        assertThat(said.events("process-exit")).hasSize(3).anyMatch(line -> line.endsWith("\"code\":3}"));
        assertThat(said.exit()).contains("\"code\":7,").contains("\"left\":[]");
    }

    @ParameterizedTest
    @EnumSource
    void takesInAChildThatLeavesTheJob(Capture capture) throws Exception {
        Capture.Said said = capture.run(LIMIT, capture.testProgram("leave_child"), "away", "away" + capture);
        assertThat(said.events("process-exit")).hasSize(3).anyMatch(line -> line.endsWith("\"code\":3}"));
        assertThat(said.exit()).contains("\"left\":[]");
    }

    @ParameterizedTest
    @EnumSource
    void namesAndEndsWhatStaysInTheBackground(Capture capture) throws Exception {
        Capture.Said said = capture.run(
                List.of("--timeout", "60", "--grace", "1"),
                capture.testProgram("leave_child"),
                "wait",
                "never" + capture);
        assertThat(said.exit())
                .startsWith("{\"event\":\"exit\",\"code\":7,\"timedOut\":false,\"left\":[{\"pid\":")
                .endsWith("leave_child.exe\"}]}");
        assertThat(said.events("killed")).hasSize(1);
        assertThat(said.events("process-exit")).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatADialogAsksAndThatItWaits(Capture capture) throws Exception {
        Capture.Said said = capture.run(List.of("--timeout", "6", "--idle", "1"), capture.testProgram("show_dialog"));
        assertThat(said.events("window"))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("\"class\":\"#32770\",\"title\":\"Setup — Ünïcode\","
                        + "\"text\":[\"¿Continuar con la instalación?\\u000a日本語\"],"
                        + "\"buttons\":[\"Yes\",\"No\",\"Cancel\"]}"));
        assertThat(said.events("waiting")).hasSize(1);
        assertThat(said.events("timeout")).hasSize(1);
        assertThat(said.events("killed")).hasSize(1);
        assertThat(said.exit())
                .contains("\"code\":null,\"timedOut\":true,\"left\":[{")
                .contains("show_dialog.exe");
    }

    @Test
    void givesUpOnADialogThatNobodyAnswers() throws Exception {
        Capture.Said said = Capture.X64.run(
                List.of("--timeout", "60", "--idle", "1", "--give-up", "1"), Capture.X64.testProgram("show_dialog"));
        assertThat(said.events("waiting")).isNotEmpty();
        assertThat(said.events("gave-up")).hasSize(1);
        assertThat(said.exit()).contains("\"code\":null,\"timedOut\":true,\"left\":[{");
    }

    @Test
    void takesTheCommandLineFromAFileAndKeepsItsQuotes() throws Exception {
        Path command = folder.resolve("command.txt");
        Path printed = folder.resolve("printed.txt");
        Files.writeString(
                command, "\ufeffcmd.exe /d /s /c \"echo \"a  b\" ^& ñ 100%% & exit 9\"\r\n", StandardCharsets.UTF_8);
        Capture.Said said = Capture.X64.say(
                "run",
                "--events",
                WinePrefix.path(folder.resolve("events.jsonl")),
                "--cwd",
                "C:\\windows",
                "--stdout",
                WinePrefix.path(printed),
                "--command-file",
                WinePrefix.path(command));
        assertThat(said.out()).isEmpty();
        List<String> events = Files.readAllLines(folder.resolve("events.jsonl"), StandardCharsets.UTF_8);
        assertThat(events.getFirst())
                .contains("\"command\":\"cmd.exe /d /s /c \\\"echo \\\"a  b\\\" ^& ñ 100%% & exit 9\\\"\"");
        assertThat(events.getLast()).contains("\"code\":9,");
        assertThat(Files.readAllBytes(printed))
                .asString(StandardCharsets.ISO_8859_1)
                .startsWith("\"a  b\" & ");
    }

    @Test
    void saysWhyAStepCantBeStarted() throws Exception {
        Capture.Said said = Capture.X64.run(LIMIT, "C:\\nowhere\\setup.exe", "/S");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err())
                .singleElement()
                .asString()
                .startsWith("capture: Can't start the step: C:\\nowhere\\setup.exe /S");
        assertThat(said.events("error")).singleElement().asString().contains("\"code\":");
    }

    @Test
    void refusesWrongUse() throws Exception {
        for (String[] wrong :
                new String[][] {{}, {"dance"}, {"run"}, {"run", "--timeout", "soon", "--", "x"}, {"snapshot"}}) {
            Capture.Said said = Capture.X64.say(wrong);
            assertThat(said.status()).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(said.err()).last().asString().isEqualTo("Try: capture.exe --help");
        }
    }
}
