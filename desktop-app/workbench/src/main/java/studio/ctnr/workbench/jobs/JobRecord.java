package studio.ctnr.workbench.jobs;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import studio.ctnr.workbench.audit.Caller;
import studio.ctnr.workbench.problem.Problem;

/**
 * A job as it is, or was, at one moment.
 *
 * @param number grows with time
 * @param title what it does to what, for people
 * @param container the id of the container that it is about
 * @param progress of a job of this process; {@link JobProgress#NONE} of others
 * @param problem why it was not done
 */
public record JobRecord(
        long number,
        JobKind kind,
        String title,
        Optional<String> container,
        Caller caller,
        JobState state,
        JobProgress progress,
        Instant created,
        Optional<Instant> started,
        Optional<Instant> ended,
        Optional<Problem> problem) {
    public JobRecord {
        Objects.requireNonNull(title);
        Objects.requireNonNull(container);
        Objects.requireNonNull(caller);
    }
}
