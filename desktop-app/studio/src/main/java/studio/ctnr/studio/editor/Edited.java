package studio.ctnr.studio.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import studio.ctnr.toolkit.history.EditHistory;

/** Something of a container that is edited and saved as one, whichever tabs show it. */
public interface Edited {
    /** What was edited; empty for ever where something is only shown. */
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
     * @return what makes an edit of it, on the FX thread; empty when there is nothing of this
     */
    default Optional<Runnable> draft(Path drafts) throws IOException {
        return Optional.empty();
    }

    /** What was edited is on disk now. */
    default void saved() {
        history().markSaved();
    }
}
