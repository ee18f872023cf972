package studio.ctnr.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
import studio.ctnr.toolkit.support.Picture;
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
    private String pictures = "";

    /** Installers to go the way with beside those below: files, split as a class path is. */
    private static final String MORE = System.getProperty("ctnr.tour", "");

    private static void make(String script, String... arguments) throws Exception {
        Files.createDirectories(TARGET);
        List<String> command = new ArrayList<>(List.of(SAMPLES.resolve(script).toString(), TARGET.toString()));
        command.addAll(List.of(arguments));
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(TARGET.resolve(script + ".log").toFile())
                .start()
                .waitFor();
        assertThat(code).as(script).isZero();
    }

    /** The sample of the first start; one that nobody here wrote; and what else is asked for. */
    static List<Path> installers() throws Exception {
        make("make.sh", "tally-setup.exe");
        make("corpus.sh");
        List<Path> all = new ArrayList<>(
                List.of(TARGET.resolve("tally-setup.exe"), TARGET.resolve("nsis/Install_Per-user_example.exe")));
        Stream.of(MORE.split(File.pathSeparator))
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .forEach(all::add);
        return all;
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
        picture(id);
        clicks++;
        clickOn(shown(id).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("installers")
    void aDroppedInstallerRunsFromTheLibraryAfterFourClicks(Path installer, @TempDir Path folder) throws Exception {
        pictures = installer.getFileName().toString();
        long begun = System.nanoTime();
        Wizard.prepare();
        try (Workbench workbench = Workbench.open(new WorkbenchPlace(folder))) {
            show(() -> root(workbench));
            try (FxThreadRecording recording = new FxThreadRecording()) {
                onFx(() -> {
                    window.capture(List.of(installer));
                    return null;
                });
                for (String button : List.of("source-capture", "review-describe", "describe-build", "build-run")) {
                    press(button);
                }

                patiently(
                        "it is in the library",
                        () -> workbench.inventory().list().size() == 1);
                ContainerRecord container = workbench.inventory().list().getFirst();
                assertThat(container.name())
                        .isNotEqualTo(installer.getFileName().toString());
                patiently(
                        "it runs",
                        () -> workbench
                                .inventory()
                                .get(container.id())
                                .lastRun()
                                .isPresent());

                System.out.printf(
                        "%s: %d clicks, %.1f s%n", container.name(), clicks, (System.nanoTime() - begun) / 1e9);
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

    /** What is seen before each click, where somebody wants to look at it. */
    private void picture(String id) {
        String goal = System.getProperty("ctnr.tour.pictures", "");
        if (!goal.isEmpty()) {
            Picture seen = onFx(() -> Picture.of(window.root().getScene()));
            seen.save(Path.of(goal, pictures + "-" + clicks + "-" + id + ".png"));
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
