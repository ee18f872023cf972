package studio.ctnr.workbench.jobs;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import studio.ctnr.workbench.problem.Problem;
import studio.ctnr.workbench.problem.WorkbenchException;

/** A job of this process while it waits, runs and ends. */
final class JobTask<T> implements JobContext {
    /** Twenty times a second is as often as anybody can see. */
    private static final long BETWEEN_NANOS = 50_000_000;

    private final long number;
    private final JobRequest request;
    private final JobWork<T> work;
    private final Instant created;
    private final JobRows rows;
    private final Consumer<JobRecord> changed;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final List<Runnable> cancelActions = new ArrayList<>();
    private Optional<String> container;
    private JobState state = JobState.QUEUED;
    private JobProgress progress = JobProgress.NONE;
    private Optional<Instant> started = Optional.empty();
    private Optional<Instant> ended = Optional.empty();
    private Optional<Problem> problem = Optional.empty();
    private boolean cancelled;
    private Runnable whileQueued = () -> {};
    private long nextTelling = System.nanoTime();

    JobTask(
            long number,
            JobRequest request,
            JobWork<T> work,
            Instant created,
            JobRows rows,
            Consumer<JobRecord> changed) {
        this.number = number;
        this.request = request;
        this.work = work;
        this.created = created;
        this.rows = rows;
        this.changed = changed;
        this.container = request.container();
    }

    @Override
    public long number() {
        return number;
    }

    JobRequest request() {
        return request;
    }

    CompletableFuture<T> result() {
        return result;
    }

    T work() throws Exception {
        checkCancelled();
        return work.run(this);
    }

    synchronized JobRecord record() {
        return new JobRecord(
                number,
                request.kind(),
                request.title(),
                container,
                request.caller(),
                state,
                progress,
                created,
                started,
                ended,
                problem);
    }

    /** What takes it out of the queue when it is cancelled there. */
    synchronized void whileQueued(Runnable action) {
        whileQueued = action;
    }

    synchronized void start(Instant now) {
        whileQueued = () -> {};
        state = JobState.RUNNING;
        started = Optional.of(now);
        changed.accept(record());
    }

    synchronized void end(JobState how, Optional<Problem> why, Instant now) {
        state = how;
        problem = why;
        ended = Optional.of(now);
        cancelActions.clear();
        changed.accept(record());
    }

    void cancel() {
        List<Runnable> actions = new ArrayList<>();
        synchronized (this) {
            if (cancelled || state.isOver()) {
                return;
            }
            cancelled = true;
            actions.add(whileQueued);
            actions.addAll(cancelActions);
        }
        actions.forEach(Runnable::run);
    }

    @Override
    public void onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                cancelActions.add(action);
                return;
            }
        }
        action.run();
    }

    @Override
    public synchronized void checkCancelled() {
        if (cancelled) {
            throw new CancellationException();
        }
    }

    @Override
    public synchronized void at(String doing, long done, long total) {
        checkCancelled();
        progress = new JobProgress(doing, done, total);
        long now = System.nanoTime();
        if (now - nextTelling >= 0) {
            nextTelling = now + BETWEEN_NANOS;
            changed.accept(record());
        }
    }

    @Override
    public void about(String id) throws WorkbenchException {
        rows.about(number, id);
        synchronized (this) {
            container = Optional.of(id);
            changed.accept(record());
        }
    }

    @Override
    public void leftover(Path path) throws WorkbenchException {
        rows.leftover(number, path.toAbsolutePath().normalize());
    }
}
