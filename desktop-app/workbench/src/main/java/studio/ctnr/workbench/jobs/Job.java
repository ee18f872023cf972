package studio.ctnr.workbench.jobs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import studio.ctnr.workbench.problem.Problems;
import studio.ctnr.workbench.problem.WorkbenchException;

/** A job of this process, for who started it. */
public final class Job<T> {
    private final JobTask<T> task;

    Job(JobTask<T> task) {
        this.task = task;
    }

    public long number() {
        return task.number();
    }

    /** How it is now. */
    public JobRecord record() {
        return task.record();
    }

    /** Ends it as soon as possible; it leaves everything as it was. Does nothing when it is over. */
    public void cancel() {
        task.cancel();
    }

    /** Completed when it is over and written down: with its result, or with a {@link WorkbenchException}. */
    public CompletableFuture<T> result() {
        return task.result().copy();
    }

    /**
     * Waits for its end.
     *
     * @throws WorkbenchException when it was not done, or was cancelled
     */
    public T await() throws WorkbenchException, InterruptedException {
        try {
            return task.result().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WorkbenchException failure) {
                throw new WorkbenchException(failure.problem(), failure);
            }
            throw new WorkbenchException(Problems.of(e.getCause()), e.getCause());
        }
    }
}
