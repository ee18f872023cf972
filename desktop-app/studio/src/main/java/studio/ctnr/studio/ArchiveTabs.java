package studio.ctnr.studio;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import studio.ctnr.studio.archive.OpenedArchive;
import studio.ctnr.studio.editor.EditorTabs;
import studio.ctnr.studio.editor.config.ConfigModel;
import studio.ctnr.studio.editor.config.ConfigTab;
import studio.ctnr.studio.editor.files.ArchiveFiles;
import studio.ctnr.studio.editor.files.FilesTab;
import studio.ctnr.studio.editor.integration.IntegrationTab;
import studio.ctnr.studio.editor.isolation.IsolationTab;
import studio.ctnr.studio.editor.registry.FavouriteShelf;
import studio.ctnr.studio.editor.registry.OtherRegistries;
import studio.ctnr.studio.editor.registry.RegistryTab;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.notice.MessageBar;
import studio.ctnr.toolkit.notice.Tone;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;

/** The tabs of a {@code .ctnr} that is only looked at. */
final class ArchiveTabs {
    private ArchiveTabs() {}

    /** @param edit imports it, so that it can be edited */
    static EditorTabs of(
            OpenedArchive archive, FavouriteShelf favourites, OtherRegistries others, Runnable edit, Desk desk) {
        ConfigModel config = ConfigModel.shown(archive.config(), desk.background());
        return new EditorTabs()
                .readOnly(
                        new MessageBar(
                                Tone.INFO,
                                Texts.text("editor.archive", archive.file().getFileName()),
                                List.of(new Remedy(Texts.text("editor.archive.import"), edit))),
                        () -> close(archive, desk))
                .with("config", () -> new ConfigTab(config))
                .with("files", () -> FilesTab.shown(new ArchiveFiles(archive), config, desk))
                .with("registry", () -> RegistryTab.shown(archive.hives(), favourites, others, desk))
                .with("isolation", () -> new IsolationTab(config, rules -> archive.view(), desk))
                .with("integration", () -> new IntegrationTab(config));
    }

    /** Forgets what was taken out of it. */
    static void close(OpenedArchive archive, Desk desk) {
        desk.background()
                .call(() -> {
                    archive.close();
                    return Optional.empty();
                })
                .onError(
                        IOException.class,
                        e -> desk.notices()
                                .tell(Problem.of("ARCHIVE-CLOSE", Texts.text("editor.archive.left", e.getMessage()))))
                .start();
    }
}
