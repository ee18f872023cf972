package studio.ctnr.workbench.audit;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that somebody did, or tried to do. Never changed, never deleted with its container.
 *
 * @param number grows with time
 * @param container its id; empty where there is none (yet)
 * @param detail what, in a few words: a file, a label
 * @param problem the code of what hindered it; empty when it was done
 */
public record AuditRecord(
        long number,
        Instant time,
        Caller caller,
        Operation operation,
        Optional<String> container,
        String detail,
        Result result,
        Optional<String> problem) {
    public AuditRecord {
        Objects.requireNonNull(time);
        Objects.requireNonNull(detail);
    }

    /** How it ended. */
    public enum Result {
        DONE,
        FAILED,
        CANCELLED
    }
}
