package studio.ctnr.engine.projection.internal.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Does the work on files on every core, a bounded number ahead; the first failure stops what has not begun. */
final class Copies implements AutoCloseable {
    private static final int AHEAD = 64;

    private final ExecutorService workers =
            Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()), task -> {
                Thread thread = new Thread(task, "projection");
                thread.setDaemon(true);
                return thread;
            });
    private final Semaphore places = new Semaphore(AHEAD);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** Work on one file. */
    interface Work {
        void run() throws IOException;
    }

    /** Begins with {@code work} when there is a place; fails with what failed before. */
    void start(Work work) throws IOException {
        check();
        places.acquireUninterruptibly();
        workers.execute(() -> {
            try {
                if (failure.get() == null) {
                    work.run();
                }
            } catch (IOException | RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                places.release();
            }
        });
    }

    /** Waits until all that was started is done. */
    void finish() throws IOException {
        places.acquireUninterruptibly(AHEAD);
        places.release(AHEAD);
        check();
    }

    private void check() throws IOException {
        Throwable first = failure.get();
        switch (first) {
            case null -> {}
            case IOException e -> throw e;
            case UncheckedIOException e -> throw e.getCause();
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IOException(first);
        }
    }

    /** Lets what has begun end, so that nothing writes into a folder that is being removed. */
    @Override
    public void close() {
        failure.compareAndSet(null, new IOException("The projection was stopped"));
        workers.shutdown();
        boolean interrupted = false;
        while (true) {
            try {
                if (workers.awaitTermination(1, TimeUnit.DAYS)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
