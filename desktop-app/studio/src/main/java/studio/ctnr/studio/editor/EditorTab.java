package studio.ctnr.studio.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import studio.ctnr.toolkit.history.EditHistory;

/** One view of a container in the editor. It is made when its tab is first shown. */
public interface EditorTab {
    /** Stable; its label is the text {@code editor.tab.ID}. */
    String id();

    /** What is shown; always the same node. */
    Node view();

    /** What was edited here; empty for ever in a tab that only shows. */
    EditHistory history();

    /**
     * Writes what was edited. Called off the FX thread, and never twice at once; the user can go on editing.
     *
     * @throws IOException when it could not be written; what was on disk is as it was then
     */
    void save() throws IOException;

    /**
     * Writes what is not saved into a folder of drafts, for the case that the program does not come to saving it; off the
     * FX thread.
     */
    default void keep(Path drafts) throws IOException {
        // nothing here is worth a draft
    }

    /**
     * Reads what {@link #keep} wrote; off the FX thread.
     *
     * @return what makes an edit of it, on the FX thread; empty when there is nothing of this tab
     */
    default Optional<Runnable> draft(Path drafts) throws IOException {
        return Optional.empty();
    }

    /** What was edited is on disk now. */
    default void saved() {
        history().markSaved();
    }

    /** It has come into view. */
    default void shown() {}
}
