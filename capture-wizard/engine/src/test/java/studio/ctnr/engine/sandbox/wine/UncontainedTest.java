package studio.ctnr.engine.sandbox.wine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.Progress;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.sandbox.SandboxSession;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.engine.sandbox.SandboxSettings.Containment;
import studio.ctnr.engine.sandbox.StepListener;

/** A host without bubblewrap, on which nothing can be locked in. */
class UncontainedTest {
    private static final SandboxSettings ACCEPTED = SandboxSettings.DEFAULT.withContainment(Containment.WHERE_POSSIBLE);

    @TempDir
    Path folder;

    private WineSandbox sandbox;

    @BeforeEach
    void leaveOutBubblewrap() throws IOException {
        Path programs = Files.createDirectory(folder.resolve("programs"));
        for (String name : new String[] {"wine", "wineserver", "Xvfb"}) {
            Optional<Path> program = WineHost.here().program(name);
            if (program.isPresent()) {
                Files.createSymbolicLink(programs.resolve(name), program.get());
            }
        }
        WineHost host = new WineHost(programs.toString());
        sandbox = new WineSandbox(host, TemplateStore.ofUser(System.getenv()), Optional.empty());
    }

    @Test
    void refusesToRunUnlessThatIsAccepted() {
        assertThatThrownBy(() -> sandbox.open(SandboxSettings.DEFAULT, folder.resolve("workspace"), Progress.NONE))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("bubblewrap is not installed");
    }

    @Test
    void capturesAllTheSameAndLeavesNoProcess() throws Exception {
        String mark = UUID.randomUUID().toString();
        Path batch = Samples.batch(
                folder.resolve("in"),
                "install.bat",
                "mkdir C:\\App",
                "echo %COMPUTERNAME%> C:\\App\\new.txt",
                "start notepad.exe " + mark,
                "exit 7");
        Path workspace = folder.resolve("workspace");
        boolean[] ran = new boolean[1];
        try (SandboxSession session = sandbox.open(ACCEPTED, workspace, Progress.NONE)) {
            long code = session.run(InstallStep.of(batch), new StepListener() {
                        @Override
                        public void programStarted(long processId, String program) {
                            ran[0] |= program.endsWith("notepad.exe");
                        }
                    })
                    .exitCode();
            assertThat(code).isEqualTo(7);
            ChangeSet changes = session.finish();
            assertThat(ChangeLines.files(changes)).anyMatch(line -> line.startsWith("ADDED C:\\App\\new.txt "));
            assertThat(changes.content(WindowsPath.of("C:\\App\\new.txt"))).isNotEmptyFile();
        }
        assertThat(ran[0]).as("a program that outlives its step was there").isTrue();
        assertNothingIsLeft(mark, workspace);
    }

    private static void assertNothingIsLeft(String mark, Path workspace) throws IOException {
        assertThat(Samples.processes(mark)).isEmpty();
        assertThat(Samples.processes(workspace.toString())).isEmpty();
        assertThat(workspace.resolve("scratch")).doesNotExist();
    }

    @Test
    void leavesNoProcessWhenItIsCancelled() throws Exception {
        String mark = UUID.randomUUID().toString();
        Path batch = Samples.batch(folder.resolve("in"), "stay.bat", "notepad.exe " + mark);
        Path workspace = folder.resolve("workspace");
        try (SandboxSession session = sandbox.open(ACCEPTED, workspace, Progress.NONE)) {
            assertThatThrownBy(() -> session.run(InstallStep.of(batch), new StepListener() {
                        @Override
                        public void programStarted(long processId, String program) {
                            if (program.endsWith("notepad.exe")) {
                                session.cancel();
                            }
                        }
                    }))
                    .isInstanceOf(CancellationException.class);
        }
        assertNothingIsLeft(mark, workspace);
    }
}
