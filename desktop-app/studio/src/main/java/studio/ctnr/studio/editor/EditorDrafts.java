package studio.ctnr.studio.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.ctnr.container.FileTree;
import studio.ctnr.toolkit.background.Background;

/** What is edited and not saved, kept beside the container a moment after each change. */
final class EditorDrafts {
    private static final Logger LOG = LoggerFactory.getLogger(EditorDrafts.class);

    private final Path folder;
    private final EditorSession session;
    private final Background background;
    private final PauseTransition pause = new PauseTransition(Duration.seconds(1));

    /** @param folder made when there is something to keep */
    EditorDrafts(Path folder, EditorSession session, Background background) {
        this.folder = folder;
        this.session = session;
        this.background = background;
        pause.setOnFinished(e -> keep());
        session.onEdit(pause::playFromStart);
    }

    /** When the drafts of a program that did not come to saving were written; empty when there are none. */
    Optional<Instant> found() throws IOException {
        return Files.isDirectory(folder)
                ? Optional.of(Files.getLastModifiedTime(folder).toInstant())
                : Optional.empty();
    }

    /** Makes edits of what was kept. */
    void takeUp(List<Edited> edited) {
        for (Edited each : edited) {
            background
                    .call(() -> each.draft(folder))
                    .onSuccess(edit -> edit.ifPresent(Runnable::run))
                    .start();
        }
    }

    /** Removes them: they were saved, or are not wanted. */
    void discard() {
        pause.stop();
        background
                .call(() -> {
                    FileTree.delete(folder);
                    return folder;
                })
                .start();
    }

    private void keep() {
        List<Edited> edited = List.copyOf(session.modified());
        background
                .call(() -> {
                    keep(edited);
                    return folder;
                })
                .onError(IOException.class, e -> LOG.warn("What is edited could not be kept in {}", folder, e))
                .start();
    }

    private synchronized void keep(List<Edited> edited) throws IOException {
        if (edited.isEmpty()) {
            FileTree.delete(folder);
        } else {
            Files.createDirectories(folder);
            for (Edited each : edited) {
                each.keep(folder);
            }
        }
    }
}
