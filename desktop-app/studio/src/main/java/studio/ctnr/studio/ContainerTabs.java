package studio.ctnr.studio;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.studio.editor.EditorTabs;
import studio.ctnr.studio.editor.config.ConfigModel;
import studio.ctnr.studio.editor.config.ConfigTab;
import studio.ctnr.studio.editor.files.FilesTab;
import studio.ctnr.studio.editor.history.HistoryTab;
import studio.ctnr.studio.editor.integration.IntegrationTab;
import studio.ctnr.studio.editor.isolation.IsolationTab;
import studio.ctnr.studio.editor.logs.LogsTab;
import studio.ctnr.studio.editor.registry.RegistryTab;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.workbench.audit.AuditRecord;

/** The tabs of a container, in their order. Those that show config.yml share one text of it, and one history. */
final class ContainerTabs {
    private ContainerTabs() {}

    /** @param records reads what was done with it; called off the FX thread */
    static EditorTabs of(ContainerFolder folder, Callable<List<AuditRecord>> records, Desk desk) {
        ConfigModel config = ConfigModel.reading(
                folder.config(),
                desk.background(),
                e -> desk.notices().tell(Problem.of("CONFIG-READ", Texts.text("config.unreadable", e.getMessage()))));
        return new EditorTabs()
                .keptIn(drafts(folder))
                .with("config", () -> new ConfigTab(config))
                .with("files", () -> new FilesTab(folder, config, desk))
                .with("registry", () -> new RegistryTab(folder, desk))
                .with("isolation", () -> new IsolationTab(config, folder, desk))
                .with("integration", () -> new IntegrationTab(config))
                .with("logs", () -> new LogsTab(folder, desk))
                .with("history", () -> new HistoryTab(records, desk));
    }

    /** Beside the container: what is edited is no part of it until it is saved. */
    private static Path drafts(ContainerFolder folder) {
        return folder.root().resolveSibling("." + folder.root().getFileName() + ".draft");
    }
}
