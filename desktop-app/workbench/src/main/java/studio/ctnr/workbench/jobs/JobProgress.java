package studio.ctnr.workbench.jobs;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How far a job is.
 *
 * @param doing what it does now: a stage, a file's name; empty before it begins
 * @param done how much is behind, in the work's own unit (bytes, files, steps)
 * @param total how much there is in all; -1 while it is not known
 */
public record JobProgress(String doing, long done, long total) {
    /** Before it begins. */
    public static final JobProgress NONE = new JobProgress("", 0, -1);

    public JobProgress {
        Objects.requireNonNull(doing);
    }

    /** From 0 to 1; empty while nobody knows. */
    public OptionalDouble share() {
        return total <= 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, (double) done / total));
    }
}
