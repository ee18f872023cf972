package studio.ctnr.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.Progress;
import studio.ctnr.launcher.ContainerRuntime;

/** Containers run on the machine that is kept for them, made once for these tests. */
class WineRuntimeHostTest {
    private static final Path STATE = Path.of("target", System.getProperty("ctnr.fork", "fork-1"), "state")
            .toAbsolutePath();
    private static final WineRuntimeHost HOST = new WineRuntimeHost(Map.of("CTNR_STATE", STATE.toString()));

    @TempDir
    private Path folder;

    private ContainerFolder container;

    @BeforeEach
    void make() throws Exception {
        container = ContainerFolder.create(folder.resolve("container"));
        ContainerRuntime.copyTo(container.root().resolve("bin"));
        Files.writeString(container.config(), """
                id: "test"
                name: "Test"
                version: "1"
                entrypoints:
                  - { name: "cmd", target: 'C:\\Windows\\System32\\cmd.exe' }
                  - { name: "notepad", target: 'C:\\Windows\\System32\\notepad.exe' }
                  - { name: "missing", target: 'C:\\nothing.exe' }
                """);
    }

    @AfterAll
    static void stop() throws Exception {
        ProcessBuilder server = new ProcessBuilder("wineserver", "-k").redirectErrorStream(true);
        server.environment().put("WINEPREFIX", STATE.resolve("machine").toString());
        server.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    private RunningContainer start(RunSettings settings) throws Exception {
        return HOST.start(container, settings, Progress.NONE);
    }

    private static RunSettings command(String... words) {
        return RunSettings.DEFAULT.withArguments(List.of(words));
    }

    private static RunEnd end(RunningContainer run) throws Exception {
        return run.end().get(300, TimeUnit.SECONDS);
    }

    @Test
    void givesTheWholeExitCodeOfWhichWineHandsEightBitsOn() throws Exception {
        RunEnd end = end(start(command("/c", "exit 3010")));
        assertThat(end.exitCode()).isEqualTo(3010);
        assertThat(end.ran()).isTrue();
        assertThat(end(start(command("/c", "exit -1073741819"))).exitCode()).isEqualTo(0xC0000005L);
    }

    @Test
    void writesWhereItIsSentAndLeavesTheMachineAlone() throws Exception {
        Path said = folder.resolve("said");
        end(start(command("/c", "echo hello& echo text>C:\\made.txt& type C:\\made.txt")
                .withStreams(new Streams.ToFile(said))));
        assertThat(Files.readAllLines(said)).containsExactly("hello", "text");
        assertThat(container.root().resolve("rootfs/Drives/C/made.txt")).exists();
        assertThat(STATE.resolve("machine/drive_c/made.txt")).doesNotExist();
    }

    @Test
    void isToldToRunAsLongAsItDoesAndEndsWhenItIsAskedTo() throws Exception {
        RunningContainer run = start(command("/k", "ping -n 1000 localhost"));
        assertThat(run.started().get(300, TimeUnit.SECONDS)).isPresent();
        assertThat(HOST.isRunning(container)).isTrue();
        run.stop();
        assertThat(end(run).exitCode()).isEqualTo(0xC000013AL);
        assertThat(HOST.isRunning(container)).isFalse();
    }

    @Test
    void windowsAreShownOnAScreenOfItsOwnWhereThereIsNoDisplay() throws Exception {
        RunningContainer first = start(RunSettings.DEFAULT.withEntry(Optional.of("notepad")));
        RunningContainer second = start(RunSettings.DEFAULT.withEntry(Optional.of("notepad")));
        String screen = ":" + Files.readString(STATE.resolve("screen"));
        ProcessBuilder look = new ProcessBuilder("xdotool", "search", "--sync", "--onlyvisible", "--name", "Notepad");
        look.environment().put("DISPLAY", screen);
        look.environment().put("XAUTHORITY", STATE.resolve("screen.authority").toString());
        Process found = look.redirectErrorStream(true).start();
        assertThat(found.waitFor(300, TimeUnit.SECONDS)).isTrue();
        assertThat(found.exitValue()).isZero();
        assertThat(STATE.resolve("screen.authority"))
                .satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
        for (RunningContainer run : List.of(first, second)) {
            run.started().get(300, TimeUnit.SECONDS);
            run.stop();
            assertThat(end(run).ran()).isTrue();
        }
        assertThat(Files.readString(STATE.resolve("screen")))
                .as("one screen for both")
                .isEqualTo(screen.substring(1));
    }

    @Test
    void endsWithItsLauncher() throws Exception {
        RunningContainer run = start(command("/k", "ping -n 1000 localhost"));
        run.started().get(300, TimeUnit.SECONDS);
        run.kill();
        assertThat(end(run).ran()).isTrue();
        assertThat(HOST.isRunning(container)).isFalse();
    }

    @Test
    void whatTheRuntimeTellsIsHeardWhileItRuns() throws Exception {
        BlockingQueue<RuntimeEvent> heard = new LinkedBlockingQueue<>();
        RunningContainer run = start(command("/k", "echo text>C:\\traced.txt").withTrace(true));
        try (AutoCloseable _ = run.follow(heard::add)) {
            RuntimeEvent event = heard.poll(300, TimeUnit.SECONDS);
            while (event != null && !event.text("path").equals(Optional.of("C:\\traced.txt"))) {
                event = heard.poll(300, TimeUnit.SECONDS);
            }
            assertThat(event).isNotNull();
            assertThat(event.time()).isPresent();
        }
        run.stop();
        end(run);
    }

    @Test
    void anApplicationThatCanNotBeStartedSaysWhy() throws Exception {
        RunningContainer run = start(RunSettings.DEFAULT.withEntry(Optional.of("missing")));
        RunEnd end = end(run);
        assertThat(end.exitCode()).isEqualTo(213);
        assertThat(end.failure()).get().asString().contains("C:\\nothing.exe");
        assertThatThrownBy(() -> run.started().get()).hasCauseInstanceOf(RunException.class);
    }

    @Test
    void aNameThatIsNoEntryPointIsAnsweredWithThoseThatAre() {
        assertThatThrownBy(() -> start(RunSettings.DEFAULT.withEntry(Optional.of("nothing"))))
                .isInstanceOfSatisfying(RunException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(RunException.Code.NO_ENTRY_POINT);
                    assertThat(refused.remedy()).contains("cmd, notepad, missing");
                });
    }

    @Test
    void aContainerWithoutALauncherIsNotStarted() throws Exception {
        Files.delete(container.launcher());
        assertThatThrownBy(() -> start(RunSettings.DEFAULT))
                .isInstanceOfSatisfying(
                        RunException.class,
                        refused -> assertThat(refused.code()).isEqualTo(RunException.Code.NO_RUNTIME));
    }
}
