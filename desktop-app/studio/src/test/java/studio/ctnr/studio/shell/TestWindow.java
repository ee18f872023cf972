package studio.ctnr.studio.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import studio.ctnr.container.Progress;
import studio.ctnr.engine.sandbox.Sandbox;
import studio.ctnr.engine.sandbox.SandboxReport;
import studio.ctnr.engine.sandbox.SandboxSession;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.studio.archive.OpenedArchive;
import studio.ctnr.studio.bench.Bench;
import studio.ctnr.studio.navigation.PageMaker;
import studio.ctnr.studio.settings.Preferences;
import studio.ctnr.studio.settings.Settings;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.page.Page;
import studio.ctnr.toolkit.text.Language;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** The studio's window over a fake workbench, with pages of one label each for wizard and editors. */
public final class TestWindow implements PageMaker {
    public final List<String> made = new ArrayList<>();
    public final Preferences preferences;
    public final StudioWindow window;

    public TestWindow(Bench bench, Background background) {
        this(bench, background, Settings.FIRST.withLanguage(Optional.of(Language.spoken())));
    }

    public TestWindow(Bench bench, Background background, Settings settings) {
        preferences = new Preferences(settings, changed -> {});
        window = new StudioWindow(new ShellParts(
                bench,
                background,
                preferences,
                Path.of("/home/ana/.local/share/ctnr"),
                Optional.of(new FakeSandbox()),
                () -> Path.of("/samples/tally-setup.exe"),
                surroundings -> this,
                "0.1.0"));
    }

    @Override
    public Page editor(ContainerRecord container) {
        return page("editor of " + container.id());
    }

    @Override
    public Page archive(OpenedArchive archive) {
        throw new AssertionError("No archive is shown here");
    }

    @Override
    public Page wizard(List<Path> installers) {
        return page("wizard for " + installers);
    }

    @Override
    public Page resumed(Path project) {
        return page("wizard again for " + project);
    }

    @Override
    public Page comparison() {
        return page("comparison");
    }

    private Page page(String what) {
        made.add(what);
        Parent view = new StackPane(new Label(what));
        return () -> view;
    }

    private static final class FakeSandbox implements Sandbox {
        @Override
        public SandboxReport probe() {
            return new SandboxReport(
                    "wine",
                    List.of(
                            SandboxReport.Finding.good("wine", "Wine 8.0 runs 64-bit and 32-bit programs."),
                            SandboxReport.Finding.good("overlay", "A clean machine takes 5 ms: overlayfs is allowed."),
                            SandboxReport.Finding.degraded(
                                    "containment", "bubblewrap is missing.", "Install the package bubblewrap.")));
        }

        @Override
        public SandboxSession open(SandboxSettings settings, Path workspace, Progress progress) {
            throw new UnsupportedOperationException();
        }
    }
}
