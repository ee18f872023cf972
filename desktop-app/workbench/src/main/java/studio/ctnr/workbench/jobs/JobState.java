package studio.ctnr.workbench.jobs;

/** Where a job is. */
public enum JobState {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED,
    /** The program ended before it did; what it had half made was removed at the next start. */
    INTERRUPTED;

    public boolean isOver() {
        return this != QUEUED && this != RUNNING;
    }
}
