package studio.ctnr.workbench.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import studio.ctnr.workbench.audit.AuditLog;
import studio.ctnr.workbench.internal.db.Database;
import studio.ctnr.workbench.internal.events.Announcements;
import studio.ctnr.workbench.internal.session.Sessions;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

/** What is being done, what was done, and what is waiting. */
public final class Jobs implements AutoCloseable {
    private final JobRows rows;
    private final Sessions sessions;
    private final Clock clock;
    private final Announcements announcements;
    private final JobQueue queue;
    private final List<Consumer<JobRecord>> listeners = new CopyOnWriteArrayList<>();
    private final Map<Long, JobTask<?>> tasks = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** @param parallel how many heavy jobs run at a time */
    @SuppressWarnings("exports")
    public Jobs(
            Database database,
            AuditLog audit,
            Sessions sessions,
            Announcements announcements,
            Clock clock,
            int parallel) {
        this.rows = new JobRows(database);
        this.sessions = sessions;
        this.clock = clock;
        this.announcements = announcements;
        JobEnd end = new JobEnd(database, rows, audit, clock);
        this.queue = new JobQueue(parallel, task -> execute(task, end));
    }

    /**
     * Hands in a job. It runs when it is its turn: jobs on one container one after the other, and only a few heavy ones
     * at a time.
     */
    public <T> Job<T> submit(JobRequest request, JobWork<T> work) throws WorkbenchException {
        if (closed) {
            throw new WorkbenchException(ProblemCode.CANCELLED, "The workbench is closed", "");
        }
        Instant now = clock.instant();
        long number = rows.insert(request, sessions.name(), now);
        JobTask<T> task = new JobTask<>(number, request, work, now, rows, this::announce);
        tasks.put(number, task);
        announce(task.record());
        queue.add(task);
        return new Job<>(task);
    }

    /** Those of this process that are not over, oldest first. */
    public List<JobRecord> active() {
        return tasks.keySet().stream()
                .sorted()
                .map(tasks::get)
                .filter(task -> task != null)
                .map(JobTask::record)
                .filter(job -> !job.state().isOver())
                .toList();
    }

    /** The latest of all processes, newest first, whether over or not. */
    public List<JobRecord> latest(int limit) throws WorkbenchException {
        return rows.latest(limit).stream()
                .map(stored -> {
                    JobTask<?> task = tasks.get(stored.number());
                    return task == null ? stored : task.record();
                })
                .toList();
    }

    public Optional<JobRecord> find(long number) throws WorkbenchException {
        JobTask<?> task = tasks.get(number);
        return task == null ? rows.find(number) : Optional.of(task.record());
    }

    /**
     * Cancels a job of this process.
     *
     * @return whether there is one that was not over
     */
    public boolean cancel(long number) {
        JobTask<?> task = tasks.get(number);
        if (task == null) {
            return false;
        }
        task.cancel();
        return true;
    }

    /** Removes those from the history that were over before a time; the audit keeps its records. */
    public int forget(Instant before) throws WorkbenchException {
        return rows.forget(before);
    }

    /** Tells {@code listener} how each job of this process goes, on a thread that is not its own. */
    public void addListener(Consumer<JobRecord> listener) {
        listeners.add(listener);
    }

    public void removeListener(Consumer<JobRecord> listener) {
        listeners.remove(listener);
    }

    private void announce(JobRecord job) {
        if (!listeners.isEmpty()) {
            announcements.later(() -> listeners.forEach(listener -> listener.accept(job)));
        }
    }

    private <T> void execute(JobTask<T> task, JobEnd end) {
        try {
            end.run(task);
        } finally {
            tasks.remove(task.number());
        }
    }

    /** Cancels what is not over, and waits until all of it has cleaned up. */
    @Override
    public void close() {
        closed = true;
        List.copyOf(tasks.values()).forEach(JobTask::cancel);
        queue.close();
    }
}
