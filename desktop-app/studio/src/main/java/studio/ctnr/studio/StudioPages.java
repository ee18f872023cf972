package studio.ctnr.studio;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.container.archive.manifest.ArchiveInfo;
import studio.ctnr.engine.sandbox.Sandbox;
import studio.ctnr.studio.archive.OpenedArchive;
import studio.ctnr.studio.bench.WorkbenchBench;
import studio.ctnr.studio.capture.StudioWizardHost;
import studio.ctnr.studio.compare.ComparePage;
import studio.ctnr.studio.editor.EditorPage;
import studio.ctnr.studio.editor.EditorTabs;
import studio.ctnr.studio.editor.overview.OverviewSubject;
import studio.ctnr.studio.library.ContainerCommands;
import studio.ctnr.studio.library.ContainerIcon;
import studio.ctnr.studio.library.ContainerImport;
import studio.ctnr.studio.library.IconShelf;
import studio.ctnr.studio.navigation.Navigator;
import studio.ctnr.studio.navigation.PageMaker;
import studio.ctnr.studio.navigation.Place;
import studio.ctnr.studio.settings.Preferences;
import studio.ctnr.studio.shell.ShellParts;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.notice.EmptyState;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.page.Page;
import studio.ctnr.wizard.Wizard;
import studio.ctnr.wizard.host.WizardHost;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** Makes the wizard's and the editors' pages. */
final class StudioPages implements PageMaker {
    private static final int HISTORY = 500;

    private final WorkbenchBench bench;
    private final Preferences preferences;
    private final Desk desk;
    private final Navigator navigator;
    private final ContainerCommands commands;
    private final IconShelf icons;

    private final Optional<WizardHost> host;

    /** @param sandbox of this host; empty where there is none */
    StudioPages(
            WorkbenchBench bench,
            Optional<Sandbox> sandbox,
            Preferences preferences,
            ShellParts.Surroundings surroundings) {
        this.bench = bench;
        this.preferences = preferences;
        desk = surroundings.desk();
        navigator = surroundings.navigator();
        commands = new ContainerCommands(bench, desk, surroundings.navigator(), preferences);
        icons = new IconShelf(bench, desk);
        host = sandbox.map(here -> new StudioWizardHost(
                bench::workbench,
                here,
                () -> preferences.now().machine(),
                desk,
                surroundings.navigator(),
                container -> commands.run(container, Optional.empty())));
    }

    @Override
    public Page editor(ContainerRecord container) {
        Action run = Action.of("editor.run", Texts.text("library.run"), () -> commands.run(container, Optional.empty()))
                .icon(BootstrapIcons.PLAY)
                .shortcut("Shortcut+R");
        EditorTabs tabs = ContainerTabs.of(
                new OverviewSubject(
                        container,
                        entry -> commands.run(container, entry),
                        () -> bench.history(container.id(), HISTORY)),
                new ContainerTabs.Surroundings(
                        new BenchSnapshots(bench, container),
                        new PreferredFavourites(preferences, container.id()),
                        new BenchRegistries(bench, Optional.of(container)),
                        () -> {
                            navigator.done(Place.LIBRARY);
                            navigator.open(container);
                        }),
                desk);
        return new EditorPage(
                container.name() + " " + container.version(),
                new ContainerIcon(icons, 30).of(container),
                tabs,
                List.of(run),
                desk);
    }

    @Override
    public Page archive(OpenedArchive archive) {
        ArchiveInfo info = archive.manifest().info();
        EditorTabs tabs = ArchiveTabs.of(
                archive,
                new PreferredFavourites(preferences, info.id()),
                new BenchRegistries(bench, Optional.empty()),
                () -> new ContainerImport(bench, desk).take(archive.file(), container -> {
                    navigator.done(Place.LIBRARY);
                    navigator.open(container);
                    ArchiveTabs.close(archive, desk);
                }),
                desk);
        return new EditorPage(
                info.name() + " " + info.version(), new FontIcon(BootstrapIcons.FILE_ZIP), tabs, List.of(), desk);
    }

    @Override
    public Page wizard(List<Path> installers) {
        return host.<Page>map(here -> Wizard.begin(here, desk, installers)).orElseGet(StudioPages::noSandbox);
    }

    @Override
    public Page resumed(Path project) {
        return host.<Page>map(here -> Wizard.resume(here, desk, project)).orElseGet(StudioPages::noSandbox);
    }

    private static Page noSandbox() {
        return new Nothing(new BorderPane(new EmptyState(
                BootstrapIcons.SLASH_CIRCLE,
                Texts.text("captures.no-sandbox"),
                Texts.text("captures.no-sandbox.sentence"))));
    }

    @Override
    public Page comparison() {
        return new ComparePage(new BenchComparing(bench), desk);
    }

    private record Nothing(Parent view) implements Page {}
}
