package studio.ctnr.workbench.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.ctnr.container.FileTree;
import studio.ctnr.workbench.audit.AuditLog;
import studio.ctnr.workbench.internal.db.Database;
import studio.ctnr.workbench.problem.Problem;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.Problems;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Runs a job to its end, and writes down how it ended, with its audit record, before anybody is told. */
final class JobEnd {
    private static final Logger LOG = LoggerFactory.getLogger(JobEnd.class);

    private final Database database;
    private final JobRows rows;
    private final AuditLog audit;
    private final Clock clock;

    JobEnd(Database database, JobRows rows, AuditLog audit, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    <T> void run(JobTask<T> task) {
        T result;
        try {
            task.checkCancelled();
            Instant now = clock.instant();
            rows.started(task.number(), now);
            task.start(now);
            result = task.work();
            write(task, JobState.DONE, Optional.empty());
        } catch (Throwable failure) {
            fail(task, failure);
            return;
        }
        task.end(JobState.DONE, Optional.empty(), clock.instant());
        task.result().complete(result);
    }

    private void fail(JobTask<?> task, Throwable failure) {
        Problem problem = Problems.of(failure);
        JobState state = problem.code().equals(ProblemCode.CANCELLED.word()) ? JobState.CANCELLED : JobState.FAILED;
        if (problem.code().equals(ProblemCode.INTERNAL.word())) {
            LOG.error("{} failed", task.request().title(), failure);
        } else {
            LOG.debug("{} was not done", task.request().title(), failure);
        }
        try {
            removeLeftovers(task.number());
            write(task, state, Optional.of(problem));
        } catch (WorkbenchException | IOException | RuntimeException second) {
            failure.addSuppressed(second);
            LOG.error("How {} ended can't be written down", task.request().title(), second);
        }
        task.end(state, Optional.of(problem), clock.instant());
        task.result()
                .completeExceptionally(
                        failure instanceof WorkbenchException known ? known : new WorkbenchException(problem, failure));
    }

    private void write(JobTask<?> task, JobState state, Optional<Problem> problem) throws WorkbenchException {
        write(task.number(), task.request(), task.record().container(), state, problem);
    }

    private void write(
            long number, JobRequest request, Optional<String> container, JobState state, Optional<Problem> problem)
            throws WorkbenchException {
        database.durably(() -> {
            boolean first = rows.ended(number, state, problem, clock.instant());
            if (first && request.operation().isPresent()) {
                audit.write(request.caller(), request.operation().get(), container, request.detail(), problem);
            }
            return null;
        });
    }

    /** Ends a job in the place of its process, which is gone. */
    void interrupted(JobRows.Open job) throws WorkbenchException, IOException {
        removeLeftovers(job.number());
        Problem problem = new Problem(
                ProblemCode.INTERRUPTED.word(),
                "The program ended before this was done; what was half made has been removed",
                "Start it again");
        write(job.number(), job.request(), job.request().container(), JobState.INTERRUPTED, Optional.of(problem));
    }

    private void removeLeftovers(long number) throws WorkbenchException, IOException {
        for (Path path : rows.leftovers(number)) {
            FileTree.delete(path);
        }
    }
}
