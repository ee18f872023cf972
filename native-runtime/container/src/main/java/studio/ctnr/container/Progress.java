package studio.ctnr.container;

import java.util.concurrent.CancellationException;

/** Hears how far a piece of work is, and may stop it. Called often and from any thread: it must be cheap. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing and stops nothing. */
    Progress NONE = (doing, done, total) -> {};

    /**
     * Tells what is being done now.
     *
     * @param doing what, in a few words: a file's name, a stage
     * @param done how much is behind, in the work's own unit (bytes, files, steps)
     * @param total how much there is in all; -1 while it is not known
     * @throws CancellationException when the work is to stop; it then leaves everything as it was
     */
    void at(String doing, long done, long total);
}
