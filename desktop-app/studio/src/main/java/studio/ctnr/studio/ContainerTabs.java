package studio.ctnr.studio;

import java.nio.file.Path;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.studio.editor.EditorTabs;
import studio.ctnr.studio.editor.config.ConfigModel;
import studio.ctnr.studio.editor.config.ConfigTab;
import studio.ctnr.studio.editor.files.FilesTab;
import studio.ctnr.studio.editor.history.HistoryTab;
import studio.ctnr.studio.editor.integration.IntegrationTab;
import studio.ctnr.studio.editor.isolation.IsolationTab;
import studio.ctnr.studio.editor.isolation.Viewing;
import studio.ctnr.studio.editor.logs.LogsTab;
import studio.ctnr.studio.editor.overview.OverviewSubject;
import studio.ctnr.studio.editor.overview.OverviewTab;
import studio.ctnr.studio.editor.registry.FavouriteShelf;
import studio.ctnr.studio.editor.registry.OtherRegistries;
import studio.ctnr.studio.editor.registry.RegistryTab;
import studio.ctnr.studio.editor.snapshots.SnapshotShelf;
import studio.ctnr.studio.editor.snapshots.SnapshotsTab;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;

/** The tabs of a container, in their order. Those that show config.yml share one text of it, and one history. */
final class ContainerTabs {
    private ContainerTabs() {}

    /**
     * What a container has around it.
     *
     * @param others what its registry can be compared with
     * @param changed the container was given another state: the editor has to be made anew
     */
    record Surroundings(SnapshotShelf snapshots, FavouriteShelf favourites, OtherRegistries others, Runnable changed) {}

    static EditorTabs of(OverviewSubject subject, Surroundings around, Desk desk) {
        ContainerFolder folder = subject.container().container();
        ConfigModel config = ConfigModel.reading(
                folder.config(),
                desk.background(),
                e -> desk.notices().tell(Problem.of("CONFIG-READ", Texts.text("config.unreadable", e.getMessage()))));
        EditorTabs tabs = new EditorTabs();
        return tabs.keptIn(drafts(folder))
                .editing(config)
                .with("overview", () -> new OverviewTab(subject, config, desk, tabs::show))
                .with("config", () -> new ConfigTab(config))
                .with("files", () -> new FilesTab(folder, config, desk))
                .with("registry", () -> new RegistryTab(folder, around.favourites(), around.others(), desk))
                .with("isolation", () -> new IsolationTab(config, Viewing.of(folder), desk))
                .with("integration", () -> new IntegrationTab(config))
                .with("logs", () -> new LogsTab(folder, desk))
                .with("snapshots", () -> new SnapshotsTab(around.snapshots(), desk, around.changed()))
                .with("history", () -> new HistoryTab(subject.records(), desk));
    }

    /** Beside the container: what is edited is no part of it until it is saved. */
    private static Path drafts(ContainerFolder folder) {
        return folder.root().resolveSibling("." + folder.root().getFileName() + ".draft");
    }
}
