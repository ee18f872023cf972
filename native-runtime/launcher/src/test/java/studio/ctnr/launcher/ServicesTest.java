package studio.ctnr.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The services of config.yml, as programs of the container ask for them. */
class ServicesTest extends OnMachine {
    private static final String CONFIG = """
            services:
              - { name: "TestManual", command: '"C:\\Program Files\\Test\\x64.exe" serve W' }
              - { name: "TestNarrow", command: '"C:\\Program Files\\Test\\x86.exe" serve A', start: manual, mode: stub }
              - { name: "TestAuto", start: auto, command: '"C:\\Program Files\\Test\\x64.exe" serve W' }
              - { name: "TestOff", start: disabled, command: C:\\x.exe }
              - { name: "TestSilent", type: windows-service }
              - { name: "TestEnds", command: cmd.exe /c exit 3 }
              - { name: "TestGone", command: C:\\gone.exe }
              - { name: "PlugPlay", mode: shared, command: C:\\x.exe }
            entrypoints:
              - { name: "x64", target: 'C:\\Program Files\\Test\\x64.exe' }
              - { name: "x86", target: 'C:\\Program Files\\Test\\x86.exe' }
              - { name: "late", target: 'C:\\Program Files\\Test\\late.exe' }
            """;

    @TempDir
    private Path folder;

    private TestContainer container;

    @BeforeEach
    void make() throws Exception {
        container = new TestContainer(folder.resolve("container"), CONFIG);
        container.install("x64", "services", "x64.exe");
        container.install("x86", "services", "x86.exe");
    }

    private List<String> say(String entry, String... words) throws Exception {
        String[] all = new String[words.length + 3];
        System.arraycopy(words, 0, all, 3, words.length);
        all[0] = "--entry";
        all[1] = entry;
        all[2] = "--";
        TestContainer.Said said = container.launch(all);
        assertThat(said.status()).as(String.join("\n", said.err())).isZero();
        return said.out();
    }

    private List<String> log() throws Exception {
        return Files.readAllLines(container.root.resolve("rootfs/Drives/C/service.log"));
    }

    private List<String> events() throws Exception {
        Path log = container.root.resolve("logs/events.log");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    @ParameterizedTest
    @CsvSource({"x64, TestManual, wide", "x86, TestManual, wide", "x64, TestNarrow, plain", "x86, TestNarrow, plain"})
    void aServiceRunsInAProcessOfItsOwnAndIsControlled(String asks, String name, String handler) throws Exception {
        String program = name.equals("TestManual") ? "x64.exe\" serve W" : "x86.exe\" serve A";
        String command = "\"C:\\Program Files\\Test\\" + program;
        String refused = handler.equals("wide") ? "refused-control 120" : "refused-control 0";
        assertThat(say(asks, "ask", name, "one", "two words"))
                .containsExactly(
                        "open 0",
                        "config-size 122",
                        "config 3 " + command + " " + name,
                        "config 3 " + command + " LocalSystem",
                        "status 1 accepts 0 exit 1077 0 no process",
                        "stop-stopped 1062",
                        "start-without-right 5",
                        "start 0",
                        "start-again 1056",
                        "status 4 accepts 3 exit 0 0 process",
                        "pause 0",
                        "paused 7",
                        "continue 0",
                        "own-control 0",
                        refused,
                        "unknown-control 87",
                        "not-accepted 1052",
                        "stop-without-right 5",
                        "stop 0",
                        "status 1 accepts 3 exit 1066 80001234 no process",
                        "close 0");
        String end = " " + handler;
        assertThat(log())
                .containsExactly(
                        name,
                        "one",
                        "two words",
                        "control 2" + end,
                        "control 3" + end,
                        "control 200" + end,
                        "control 201" + end,
                        "control 1" + end,
                        "end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x64", "x86"})
    void whatCannotRunSaysWhy(String asks) throws Exception {
        assertThat(say(asks, "open", "TestOff", "TestSilent", "TestEnds", "TestGone", "TestAuto", "TestNone"))
                .containsExactly(
                        "TestOff: status 1 accepts 0 exit 1077 0",
                        "start 1058",
                        "TestSilent: status 1 accepts 0 exit 1077 0",
                        "start 2",
                        "TestEnds: status 1 accepts 0 exit 1077 0",
                        "start 1053",
                        "TestGone: status 1 accepts 0 exit 1077 0",
                        "start 2",
                        "TestAuto: status 4 accepts 3 exit 0 0",
                        "start 1056",
                        "TestNone: open 1060");
        assertThat(log()).as("the launcher stops what still runs").endsWith("control 1 wide", "end");
        assertThat(events()).hasSize(3).allMatch(line -> line.contains("\"event\":\"service-not-started\""));
    }

    @Test
    void endsWithTheApplicationAndStopsItsServices() throws Exception {
        assertThat(say("x64", "leave", "TestNarrow")).containsExactly("start 0");
        assertThat(log()).containsExactly("TestNarrow", "control 1 plain", "end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x64", "x86"})
    void areListedAmongThoseOfTheHost(String asks) throws Exception {
        List<String> names = List.of("Manual", "Narrow", "Auto", "Off", "Silent", "Ends", "Gone");
        List<String> said = say(asks, "list");
        assertThat(said.getFirst()).isEqualTo("size 0 234 0");
        assertThat(said)
                .contains("same number 1", "ExW PlugPlay 0", "W PlugPlay 0")
                .doesNotContain("active");
        for (String name : names) {
            assertThat(said).containsOnlyOnce("ExW Test" + name + " 1", "W Test" + name + " 1", "ExA Test" + name);
        }
    }

    @Test
    void aServiceOfTheHostIsSaidToBeOne() throws Exception {
        assertThat(say("x86", "open", "PlugPlay", "PlugPlay")).hasSize(4).allMatch(line -> !line.contains("open"));
        assertThat(events())
                .singleElement()
                .asString()
                .contains("\"event\":\"service-of-host\",\"subject\":\"PlugPlay\"");
    }

    @Test
    void noneIsRegisteredOnTheHost() throws Exception {
        assertThat(say("x64", "change", "TestManual")).containsExactly("create 1073", "create-other 5", "delete 5");
        assertThat(say("x64", "open", "Other")).containsExactly("Other: open 1060");
        assertThat(events()).hasSize(2).allMatch(line -> line.contains("\"event\":\"service-change-denied\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x64", "x86"})
    void functionsThatAreFoundLaterAnswerTheSame(String bits) throws Exception {
        container.install(bits, "late_services", "late.exe");
        List<String> said = say("late");
        assertThat(said).hasSize(2).endsWith("1 0");
        assertThat(bits + said.getFirst()).isNotEqualTo("x86there"); // x64's C runtime needs advapi32 itself
    }

    @Test
    void aProgramThatWasNotStartedAsAServiceIsToldSo() throws Exception {
        assertThat(say("x64", "serve", "W")).containsExactly("serve 1063");
    }
}
