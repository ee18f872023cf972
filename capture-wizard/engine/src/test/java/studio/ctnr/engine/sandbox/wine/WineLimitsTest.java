package studio.ctnr.engine.sandbox.wine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.Progress;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.sandbox.SandboxSession;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.engine.sandbox.StepListener;
import studio.ctnr.engine.sandbox.StepResult;
import studio.ctnr.engine.sandbox.StepResult.Ending;
import studio.ctnr.engine.sandbox.WaitingForInput;

/** Steps that do not end by themselves, or can't begin. */
class WineLimitsTest {
    private static final SandboxSettings PATIENT = SandboxSettings.DEFAULT.withWaitingLimit(Optional.empty());

    @TempDir
    Path folder;

    private SandboxSession open(SandboxSettings settings) throws Exception {
        return new WineSandbox().open(settings, folder.resolve("workspace"), Progress.NONE);
    }

    @Test
    void aSilentInstallerThatAsksIsPicturedAndEnded() throws Exception {
        SandboxSettings settings = SandboxSettings.DEFAULT.withWaitingLimit(Optional.of(Duration.ofSeconds(1)));
        try (SandboxSession session = open(settings)) {
            CompletableFuture<WaitingForInput> heard = new CompletableFuture<>();
            StepResult result = session.run(
                    InstallStep.of(Samples.get("waits-setup.exe"), "/S").withTimeLimit(Duration.ofMinutes(2)),
                    new StepListener() {
                        @Override
                        public void waiting(WaitingForInput window) {
                            heard.complete(window);
                        }
                    });
            assertThat(heard).isCompleted();
            assertThat(result.ending()).isEqualTo(Ending.WAITING_LIMIT);
            assertThat(result.left()).containsExactly("waits-setup.exe");
            WaitingForInput asked = result.waiting().orElseThrow();
            assertThat(asked.title()).contains("Waits");
            assertThat(asked.text()).contains("Shall the sample go on?");
            assertThat(asked.buttons()).hasSize(2);
            BufferedImage picture =
                    ImageIO.read(asked.screenshot().orElseThrow().toFile());
            assertThat(picture.getWidth()).isEqualTo(1280);
            assertThat(colours(picture)).isGreaterThan(2);

            Path after = Samples.batch(folder.resolve("in"), "after.bat", "exit 7");
            assertThat(session.run(InstallStep.of(after), StepListener.NONE).exitCode())
                    .isEqualTo(7);
            assertThat(ChangeLines.files(session.finish())).noneMatch(line -> line.contains("answered.txt"));
        }
    }

    private static long colours(BufferedImage picture) {
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .map(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()))
                .distinct()
                .count();
    }

    @Test
    void aStepThatWorksForEverIsEndedAtItsLimit() throws Exception {
        Path endless =
                Samples.batch(folder.resolve("in"), "endless.bat", "echo x> C:\\begun.txt", ":again", "goto again");
        try (SandboxSession session = open(PATIENT)) {
            StepResult result =
                    session.run(InstallStep.of(endless).withTimeLimit(Duration.ofSeconds(5)), StepListener.NONE);
            assertThat(result.ending()).isEqualTo(Ending.TIME_LIMIT);
            assertThat(result.succeeded()).isFalse();
            assertThat(result.left()).containsExactly("cmd.exe");
            assertThat(ChangeLines.files(session.finish())).anyMatch(line -> line.contains("C:\\begun.txt"));
        }
    }

    @Test
    void cancellingFromAnotherThreadEndsTheStep() throws Exception {
        try (SandboxSession session = open(PATIENT)) {
            InstallStep step = InstallStep.of(Samples.get("waits-setup.exe"), "/S");
            StepListener cancels = new StepListener() {
                @Override
                public void windowShown(String title) {
                    Thread.ofVirtual().start(session::cancel);
                }
            };
            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> session.run(step, cancels));
            assertThatExceptionOfType(CancellationException.class).isThrownBy(session::finish);
        }
        assertThat(folder.resolve("workspace/scratch")).doesNotExist();
    }

    @Test
    void aStepThatCanNotBeginSaysWhy() throws Exception {
        Path text = Samples.text(folder.resolve("in"), "readme.txt", "no installer");
        Path broken = Samples.text(folder.resolve("in"), "broken.exe", "no program");
        Path batch = Samples.batch(folder.resolve("in"), "x.bat");
        try (SandboxSession session = open(SandboxSettings.DEFAULT)) {
            assertRefused(session, InstallStep.of(folder.resolve("missing.exe")), "missing.exe");
            assertRefused(session, InstallStep.of(text), "readme.txt");
            assertRefused(session, InstallStep.of(broken), "broken.exe");
            assertRefused(session, InstallStep.of(batch).withEnvironment(Map.of("Path", "C:\\")), "Path");
            assertRefused(session, InstallStep.of(batch).withWorkingFolder("C:\\nowhere"), "x.bat");
        }
    }

    private static void assertRefused(SandboxSession session, InstallStep step, String named) {
        assertThatExceptionOfType(SandboxException.class)
                .isThrownBy(() -> session.run(step, StepListener.NONE))
                .withMessageContaining(named)
                .satisfies(e -> assertThat(e.code()).isEqualTo(SandboxException.Code.BAD_STEP))
                .satisfies(e -> assertThat(e.remedy()).isNotBlank());
    }

    @Test
    void aWorkspaceThatHoldsSomethingIsLeftAlone() throws Exception {
        Path file = Samples.text(folder.resolve("workspace"), "mine.txt", "mine");
        assertThatExceptionOfType(SandboxException.class)
                .isThrownBy(() -> open(SandboxSettings.DEFAULT))
                .withMessageContaining("not empty");
        assertThat(List.of(folder.resolve("workspace").toFile().list())).containsExactly("mine.txt");
        assertThat(file).hasContent("mine");
    }

    @Test
    void anUnknownWindowsVersionIsRefused() {
        assertThatExceptionOfType(SandboxException.class)
                .isThrownBy(() -> open(SandboxSettings.DEFAULT.withWindowsVersion("win12")))
                .withMessageContaining("win12")
                .satisfies(e -> assertThat(e.remedy()).contains("win10"));
        assertThat(Files.exists(folder.resolve("workspace"))).isFalse();
    }
}
