package studio.ctnr.workbench.jobs;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Which job runs when: in the order in which they come, as far as containers and heaviness let them. */
final class JobQueue implements AutoCloseable {
    private final int parallel;
    private final Consumer<JobTask<?>> run;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("job-", 0).factory());
    private final Set<JobTask<?>> waiting = new LinkedHashSet<>();
    private final Set<String> held = new HashSet<>();
    private int heavy;

    /** @param run runs a job to its end, whatever happens */
    JobQueue(int parallel, Consumer<JobTask<?>> run) {
        this.parallel = parallel;
        this.run = run;
    }

    void add(JobTask<?> task) {
        synchronized (this) {
            waiting.add(task);
        }
        task.whileQueued(() -> cancelled(task));
        next();
    }

    /** One that waits is ended at once, without waiting for its turn. */
    private void cancelled(JobTask<?> task) {
        boolean waited;
        synchronized (this) {
            waited = waiting.remove(task);
        }
        if (waited) {
            threads.execute(() -> run.accept(task));
        }
    }

    private synchronized void next() {
        Set<String> passed = new HashSet<>();
        for (Iterator<JobTask<?>> tasks = waiting.iterator(); tasks.hasNext(); ) {
            JobTask<?> task = tasks.next();
            Optional<String> container = container(task);
            boolean free = container.isEmpty() || !held.contains(container.get()) && !passed.contains(container.get());
            if (free && (!isHeavy(task) || heavy < parallel)) {
                tasks.remove();
                begin(task);
            } else {
                // a later job on the same container must not overtake it
                container.ifPresent(passed::add);
            }
        }
    }

    private void begin(JobTask<?> task) {
        container(task).ifPresent(held::add);
        heavy += isHeavy(task) ? 1 : 0;
        threads.execute(() -> {
            try {
                run.accept(task);
            } finally {
                ended(task);
            }
        });
    }

    private void ended(JobTask<?> task) {
        synchronized (this) {
            container(task).ifPresent(held::remove);
            heavy -= isHeavy(task) ? 1 : 0;
        }
        next();
    }

    private static boolean isHeavy(JobTask<?> task) {
        return task.request().kind().isHeavy();
    }

    private static Optional<String> container(JobTask<?> task) {
        return task.request().kind().holdsContainer() ? task.request().container() : Optional.empty();
    }

    @Override
    public void close() {
        threads.close();
    }
}
