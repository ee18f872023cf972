package studio.ctnr.studio;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import studio.ctnr.engine.sandbox.Sandbox;
import studio.ctnr.engine.sandbox.windows.WindowsSandbox;
import studio.ctnr.engine.sandbox.wine.WineSandbox;
import studio.ctnr.studio.bench.WorkbenchBench;
import studio.ctnr.studio.capture.SampleInstaller;
import studio.ctnr.studio.settings.Preferences;
import studio.ctnr.studio.settings.Settings;
import studio.ctnr.studio.settings.SettingsFile;
import studio.ctnr.studio.settings.SettingsWriter;
import studio.ctnr.studio.shell.ShellParts;
import studio.ctnr.studio.shell.StudioWindow;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.text.ToolkitTexts;
import studio.ctnr.toolkit.theme.Fonts;
import studio.ctnr.toolkit.theme.Theme;
import studio.ctnr.wizard.Wizard;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.WorkbenchPlace;

/** The composition root: everything that screens are given is made here. */
public final class StudioApplication extends Application {
    private final WorkbenchPlace place = WorkbenchPlace.ofUser();
    private final FutureTask<Workbench> workbench = new FutureTask<>(() -> Workbench.open(place));
    private final UnexpectedFailures failures = new UnexpectedFailures(Version.number());
    private SettingsWriter writer;
    private Settings settings;

    /** For JavaFX, which makes it. */
    public StudioApplication() {}

    static SettingsFile settingsFile() {
        return new SettingsFile(WorkbenchPlace.ofUser().root().resolve("studio.json"));
    }

    /** What reads files is done here, off the FX thread; the inventory is opened beside it. */
    @Override
    public void init() {
        Thread.setDefaultUncaughtExceptionHandler(failures);
        Thread.ofPlatform().daemon().name("workbench").start(workbench);
        SettingsFile file = settingsFile();
        settings = file.load();
        writer = new SettingsWriter(
                file, Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()));
        Fonts.load();
        ToolkitTexts.read();
        Wizard.prepare();
    }

    @Override
    public void start(Stage stage) {
        Preferences preferences = new Preferences(settings, writer::save);
        Theme theme = new Theme(settings.appearance());
        preferences
                .settingsProperty()
                .addListener((o, was, is) -> theme.appearanceProperty().set(is.appearance()));
        WorkbenchBench bench = new WorkbenchBench(workbench);
        Optional<Sandbox> sandbox = sandbox();
        StudioWindow window = new StudioWindow(new ShellParts(
                bench,
                Background.onVirtualThreads(),
                preferences,
                place.root(),
                sandbox,
                sample(),
                surroundings -> new StudioPages(bench, sandbox, preferences, surroundings),
                Version.number()));
        failures.tellOn(window.desk());
        Scene scene = new Scene(window.root());
        Theme.dress(scene);
        window.listenTo(scene);
        new StudioStage(stage, preferences, window).show(scene);
        Platform.runLater(Studio::logStart);
        // the build starts it once to write the cache that makes later starts fast
        if (getParameters().getRaw().contains("--train")) {
            Platform.runLater(Platform::exit);
        }
    }

    @Override
    public void stop() throws Exception {
        writer.close();
        workbench.get().close();
    }

    private Callable<Path> sample() {
        Optional<Path> home = Optional.ofNullable(System.getenv("CTNR_HOME")).map(Path::of);
        return new SampleInstaller(home, place.root().resolve("samples"))::find;
    }

    /** The sandbox of this host, where it has one. */
    private static Optional<Sandbox> sandbox() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("linux")) {
            return Optional.of(new WineSandbox());
        }
        return system.startsWith("windows") ? Optional.of(new WindowsSandbox()) : Optional.empty();
    }
}
