package studio.ctnr.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import studio.ctnr.engine.sandbox.Sandbox;
import studio.ctnr.engine.sandbox.wine.WineSandbox;
import studio.ctnr.studio.bench.WorkbenchBench;
import studio.ctnr.studio.settings.Preferences;
import studio.ctnr.studio.settings.Settings;
import studio.ctnr.studio.shell.ShellParts;
import studio.ctnr.studio.shell.StudioWindow;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.support.FxTest;
import studio.ctnr.toolkit.support.FxThreadRecording;
import studio.ctnr.toolkit.text.Language;
import studio.ctnr.wizard.Wizard;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.WorkbenchPlace;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.inventory.ProjectRecord;
import studio.ctnr.workbench.jobs.JobKind;

/** The whole way in the studio's own window: a dropped installer, a real capture, a container of the library that runs. */
class WizardInStudioTest extends FxTest {
    private static final Path SAMPLES =
            Path.of("..", "..", "assets", "samples").toAbsolutePath().normalize();
    private static final Path TARGET = Path.of("target", "samples").toAbsolutePath();

    /** Wine on a busy machine takes its time. */
    private static final long PATIENCE_SECONDS = 300;

    private StudioWindow window;
    private int clicks;

    private static Path sample() throws Exception {
        Files.createDirectories(TARGET);
        int code = new ProcessBuilder(SAMPLES.resolve("make.sh").toString(), TARGET.toString(), "tally-setup.exe")
                .redirectErrorStream(true)
                .redirectOutput(TARGET.resolve("make.log").toFile())
                .start()
                .waitFor();
        assertThat(code).as("make.sh").isZero();
        return TARGET.resolve("tally-setup.exe");
    }

    private static void patiently(String what, Callable<Boolean> condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("waited in vain for: " + what, e);
        }
    }

    private Optional<Node> shown(String id) {
        return lookup("#" + id).queryAll().stream()
                .filter(node -> node.getScene() != null && node.isVisible())
                .findFirst();
    }

    private void press(String id) throws Exception {
        patiently(
                "a button " + id,
                () -> onFx(() -> shown(id)
                        .filter(node -> node instanceof Button && !node.isDisabled())
                        .isPresent()));
        clicks++;
        clickOn(shown(id).orElseThrow());
    }

    @Test
    void aDroppedInstallerRunsFromTheLibraryAfterFourClicks(@TempDir Path folder) throws Exception {
        Path installer = sample();
        Wizard.prepare();
        try (Workbench workbench = Workbench.open(new WorkbenchPlace(folder))) {
            show(() -> root(workbench));
            try (FxThreadRecording recording = new FxThreadRecording()) {
                onFx(() -> {
                    window.capture(List.of(installer));
                    return null;
                });
                press("source-capture");
                press("review-describe");
                press("describe-build");
                press("build-run");

                patiently(
                        "it is in the library",
                        () -> workbench.inventory().list().size() == 1);
                ContainerRecord container = workbench.inventory().list().getFirst();
                assertThat(container.name()).startsWith("Tally");
                patiently(
                        "it runs",
                        () -> workbench
                                .inventory()
                                .get(container.id())
                                .lastRun()
                                .isPresent());

                assertThat(clicks).isLessThanOrEqualTo(5);
                assertThat(workbench.projects().list())
                        .extracting(ProjectRecord::state)
                        .containsExactly(ProjectRecord.State.BUILT);
                assertThat(workbench.jobs().latest(10))
                        .extracting(job -> job.kind())
                        .contains(JobKind.CAPTURE, JobKind.BUILD, JobKind.RUN);
                assertThat(recording.found()).isEmpty();
            }
        }
    }

    private javafx.scene.Parent root(Workbench workbench) {
        WorkbenchBench bench = new WorkbenchBench(CompletableFuture.completedFuture(workbench));
        Optional<Sandbox> sandbox = Optional.of(new WineSandbox());
        Preferences preferences =
                new Preferences(Settings.FIRST.withLanguage(Optional.of(Language.ENGLISH)), changed -> {});
        window = new StudioWindow(new ShellParts(
                bench,
                Background.onVirtualThreads(),
                preferences,
                workbench.place().root(),
                sandbox,
                () -> TARGET.resolve("tally-setup.exe"),
                surroundings -> new StudioPages(bench, sandbox, preferences, surroundings),
                "0.1.0"));
        return window.root();
    }
}
