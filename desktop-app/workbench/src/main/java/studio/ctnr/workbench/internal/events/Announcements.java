package studio.ctnr.workbench.internal.events;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners what happened, one thing after the other, so that a slow or faulty one holds no work up. */
public final class Announcements implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("announcements").factory());

    /** Has {@code telling} run after what was handed in before it. */
    public void later(Runnable telling) {
        try {
            thread.execute(() -> {
                try {
                    telling.run();
                } catch (RuntimeException fault) {
                    LOG.error("A listener failed", fault);
                }
            });
        } catch (RejectedExecutionException closed) {
            LOG.debug("Nobody is told any more", closed);
        }
    }

    /** Tells what is left, and nothing after it. */
    @Override
    public void close() {
        thread.close();
    }
}
