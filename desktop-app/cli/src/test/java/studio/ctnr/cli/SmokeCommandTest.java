package studio.ctnr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.launcher.ContainerRuntime;
import tools.jackson.databind.JsonNode;

/** The leak gate on a container that holds, and on one that is made to leak. */
class SmokeCommandTest {
    @TempDir
    private Path folder;

    private ContainerFolder container;

    @BeforeEach
    void make() throws IOException {
        container = ContainerFolder.create(folder.resolve("app"));
        ContainerRuntime.copyTo(container.root().resolve("bin"));
        config("");
    }

    private void config(String isolation) throws IOException {
        Files.writeString(container.config(), """
                id: "writing"
                name: "Writing"
                version: "1"
                entrypoints:
                  - { name: "cmd", target: 'C:\\Windows\\System32\\cmd.exe' }
                  - { name: "notepad", target: 'C:\\Windows\\System32\\notepad.exe' }
                """ + isolation);
    }

    private Path steps(String text) throws IOException {
        return Files.writeString(folder.resolve("steps.yml"), text);
    }

    /** Writes two files and ends with 3010. */
    private Path writing() throws IOException {
        return steps("""
                steps:
                  - start: cmd
                    args: '/c echo x>C:\\Kept\\made.txt& mkdir C:\\Shared& echo xy>C:\\Shared\\made.txt& exit 3010'
                  - wait: { exit: true }
                    timeout: 2m
                  - expect: { exit: 3010 }
                  - expect: { file: 'C:\\Shared\\made.txt' }
                """);
    }

    @Test
    void whatStaysInTheContainerIsNoLeak() throws IOException {
        Files.createDirectories(container.root().resolve("rootfs/Drives/C/Kept"));
        Call call = Call.of("smoke", container.root(), "--steps", writing(), "--json");
        assertThat(call.exitCode()).as(call.toString()).isZero();
        assertThat(call.json().at("/passed").asBoolean()).isTrue();
        assertThat(call.json().at("/exitCode").asLong()).isEqualTo(3010);
        assertThat(container.root().resolve("rootfs/Drives/C/Kept/made.txt"))
                .as("the container itself")
                .doesNotExist();
    }

    @Test
    void whatARuleLetsThroughIsALeakThatIsNamed() throws IOException {
        config("isolation: { filesystem: [{ path: 'C:\\Shared\\**', mode: host }] }\n");
        Call call = Call.of("smoke", container.root(), "--steps", writing(), "--json");
        assertThat(call.exitCode()).isEqualTo(ExitCode.FAILED);
        JsonNode leaks = call.json().at("/leaks");
        assertThat(leaks.values().stream()
                        .map(leak -> leak.at("/kind").asString() + " "
                                + leak.at("/place").asString()))
                .contains("folder C:\\Shared", "file C:\\Shared\\made.txt");
        assertThat(call.json().at("/failures/0").asString()).contains("no file C:\\Shared\\made.txt");
    }

    @Test
    void theInventoryKeepsWhatWasFoundOfItsContainer() throws IOException {
        String state = folder.resolve("state").toString();
        assertThat(Call.of("import", container.root(), "--state", state).exitCode())
                .isZero();
        Call checked = Call.of("smoke", "writing", "--state", state, "--steps", writing());
        assertThat(checked.exitCode()).isZero();
        JsonNode listed = Call.of("list", "--json", "--state", state).json();
        assertThat(listed.at("/0/leaks").asInt(-1)).as(listed.toString()).isZero();
        assertThat(Call.of("audit", "--state", state).out()).contains("check");
    }

    @Test
    void aBuildWhoseContainerLeaksMakesNoArchive() throws IOException {
        config("isolation: { filesystem: [{ path: 'C:\\Shared\\**', mode: host }] }\n");
        Path archive = folder.resolve("app.ctnr");
        Call call = Call.of("build", container.root(), "-o", archive, "--smoke-steps", writing(), "--json");
        assertThat(call.exitCode()).as(call.toString()).isEqualTo(ExitCode.FAILED);
        assertThat(call.json().at("/smoke/leaks").size()).isPositive();
        assertThat(archive).doesNotExist();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .doesNotContain(".build-" + ProcessHandle.current().pid());
        }
    }

    @Test
    void aProgramWithAWindowIsWaitedForAndClosed() throws IOException {
        Call call = Call.of("smoke", container.root(), "--steps", steps("""
                steps:
                  - start: notepad
                  - wait: { window: "*notepad*" }
                    timeout: 2m
                  - close: true
                  - expect: { exit: 0 }
                """), "--json");
        assertThat(call.json().at("/windows/0").asString()).containsIgnoringCase("notepad");
        assertThat(call.json().at("/failures").values()).isEmpty();
    }

    @Test
    void mouseAndKeyboardAreUsedAsByAPerson() throws Exception {
        Path tally = SampleInstallers.made("tally-setup.exe").resolveSibling("tally.exe");
        Files.copy(tally, container.root().resolve("rootfs/ProgramFiles/tally.exe"));
        Files.writeString(
                container.config(),
                Files.readString(container.config())
                        + "  - { name: \"tally\", target: 'C:\\Program Files\\tally.exe' }\n");
        Files.createDirectories(container.root().resolve("rootfs/Drives/C/Kept"));
        Call call = Call.of("smoke", container.root(), "--timeout", "4m", "--steps", steps("""
                steps:
                  - start: tally
                  - click: { window: "Tal*", button: "Counted 0" }
                    timeout: 2m
                  - click: { window: Tally, button: "Counted 1" }
                  - click: { window: Tally, button: "Counted 2" }
                  - press: Space
                  - click: { window: Tally, button: "Counted 4" }
                  - wait: { file: '%APPDATA%\\Tally\\history.txt' }
                  - click: { window: Tally, x: 100, y: 40 }
                  - click: { window: Tally, button: "Counted 6" }
                  - close: true
                  - expect: { exit: 0 }
                  - start: notepad
                  - wait: { window: "*notepad*" }
                    timeout: 2m
                  - click: { window: "*notepad*", x: 50, y: 50 }
                  - type: "Grüße\\nof two lines"
                  - press: ctrl+s
                  - wait: { window: "Save*" }
                  - type: 'C:\\Kept\\typed.txt'
                  - press: [Enter]
                  - wait: { file: 'C:\\Kept\\typed.txt' }
                  - close: true
                """), "--json");
        assertThat(call.json().at("/failures").values()).as(call.toString()).isEmpty();
        assertThat(call.json().at("/leaks").values()).as(call.toString()).isEmpty();
    }

    @Test
    void whatIsNotThereToBeClickedIsToldAndTheNextStepFollows() throws IOException {
        Call call = Call.of("smoke", container.root(), "--steps", steps("""
                steps:
                  - start: notepad
                  - wait: { window: "*notepad*" }
                    timeout: 2m
                  - click: { window: "*notepad*", button: "Nothing" }
                    timeout: 1s
                  - close: true
                  - expect: { exit: 0 }
                """), "--json");
        assertThat(call.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(call.json().at("/failures").values().stream().map(JsonNode::asString))
                .containsExactly("The application shows no window '*notepad*' with a button 'Nothing' within 1 s");
    }

    @Test
    void aFileOfStepsIsReadStrictly() throws IOException {
        Call unknown = Call.of(
                "smoke", container.root(), "--steps", steps("steps:\n  - start: cmd\n  - wait: { sound: x }\n"));
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(unknown.err()).contains("steps.yml", "3", "sound");
        assertThat(Call.of("smoke", container.root(), "--steps", steps("steps:\n  - close: true\n"))
                        .err())
                .contains("the first of its \"steps\"");
        assertThat(Call.of("smoke", container.root(), "--steps", steps("steps:\n  - start: cmd\n  - press: hyper+x\n"))
                        .err())
                .contains("steps.yml:3:", "is no key");
        assertThat(Call.of(
                                "smoke",
                                container.root(),
                                "--steps",
                                steps("steps:\n  - start: cmd\n  - click: { window: x }\n"))
                        .err())
                .contains("steps.yml:3:", "either a \"button\", or");
        assertThat(Call.of("smoke", folder).exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(Call.of("build", container.root(), "--folder", folder.resolve("x"), "--smoke")
                        .err())
                .contains("--smoke is about an archive");
    }
}
