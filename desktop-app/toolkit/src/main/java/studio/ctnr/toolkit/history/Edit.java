package studio.ctnr.toolkit.history;

/**
 * A change by the user that can be taken back.
 *
 * <p>Other programs call this a job or a command; here a job is work in the background, and a command is an
 * {@code Action}.
 */
public interface Edit {
    /** What it does, for "Undo: …" – "exclude RunMRU". */
    String description();

    void execute();

    void undo();

    /** Does it again after an {@link #undo}. */
    default void redo() {
        execute();
    }
}
