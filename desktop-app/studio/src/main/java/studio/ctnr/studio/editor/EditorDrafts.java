package studio.ctnr.studio.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.ctnr.toolkit.background.Background;

/** Keeps what is edited and not saved beside the container, a moment after each change. */
final class EditorDrafts {
    private static final Logger LOG = LoggerFactory.getLogger(EditorDrafts.class);

    private final DraftFolder folder;
    private final EditorSession session;
    private final Background background;
    private final PauseTransition pause = new PauseTransition(Duration.seconds(1));

    EditorDrafts(Path folder, EditorSession session, Background background) {
        this.folder = new DraftFolder(folder);
        this.session = session;
        this.background = background;
        pause.setOnFinished(e -> keep());
        session.onEdit(pause::playFromStart);
    }

    /** When the drafts of a program that did not come to saving were written; empty when there are none. */
    Optional<Instant> found() throws IOException {
        Optional<Path> draft = folder.offer();
        return draft.isPresent() ? Optional.of(DraftFolder.time(draft.get())) : Optional.empty();
    }

    /**
     * Makes edits of what was kept.
     *
     * @param failed hears of each part that can't be read; the others are taken up
     */
    void takeUp(List<Edited> edited, Consumer<IOException> failed) {
        List<IOException> failures = new ArrayList<>();
        background
                .call(() -> {
                    List<Runnable> edits = new ArrayList<>();
                    Optional<Path> draft = folder.offer();
                    if (draft.isPresent()) {
                        for (Edited each : edited) {
                            try {
                                each.draft(draft.get()).ifPresent(edits::add);
                            } catch (IOException e) {
                                failures.add(e);
                            }
                        }
                    }
                    return edits;
                })
                .onSuccess(edits -> {
                    edits.forEach(Runnable::run);
                    failures.forEach(failed);
                    folder.decide();
                    pause.playFromStart();
                })
                .start();
    }

    /** Removes them: they were saved, or are not wanted. */
    void discard() {
        pause.stop();
        folder.decide();
        int request = folder.request();
        write(() -> {
            folder.discard(request);
            return request;
        });
    }

    private void keep() {
        List<Edited> edited = List.copyOf(session.modified());
        int request = folder.request();
        write(() -> {
            folder.keep(request, edited);
            return request;
        });
    }

    private void write(Callable<Integer> work) {
        background
                .call(work)
                .onError(IOException.class, e -> LOG.warn("What is edited could not be kept", e))
                .start();
    }
}
