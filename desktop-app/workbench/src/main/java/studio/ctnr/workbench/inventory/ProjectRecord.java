package studio.ctnr.workbench.inventory;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A capture that can be taken up again.
 *
 * @param folder the capture project
 * @param name for people: the application's, or the installer's
 * @param installer the file name of its first step
 * @param container the id of the container that was last built of it
 * @param changed when something was last done with it from here
 */
public record ProjectRecord(
        Path folder,
        String name,
        State state,
        Optional<String> installer,
        Optional<String> container,
        Instant created,
        Instant changed) {
    public ProjectRecord {
        Objects.requireNonNull(folder);
        Objects.requireNonNull(name);
    }

    /** How far it is. */
    public enum State {
        /** Somebody has begun to describe it; nothing was run. */
        DRAFT,
        /** The installer ran. */
        CAPTURED,
        /** The installer ran and failed, or was ended. */
        FAILED,
        /** A container was built of it. */
        BUILT
    }
}
