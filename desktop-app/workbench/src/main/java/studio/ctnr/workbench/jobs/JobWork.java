package studio.ctnr.workbench.jobs;

/** What a job does, on a thread of its own. */
@FunctionalInterface
public interface JobWork<T> {
    /**
     * Does it, or leaves everything as it was.
     *
     * @throws java.util.concurrent.CancellationException when it was cancelled
     */
    T run(JobContext context) throws Exception;
}
