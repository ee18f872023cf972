package studio.ctnr.toolkit.background;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where work goes that must not hold up the window, and how its results come back to the FX thread.
 *
 * <pre>{@code
 * background.run(() -> service.list())
 *         .onSuccess(containers::setAll)
 *         .onError(DamagedArchive.class, e -> problem.set(describe(e)))
 *         .atEnd(() -> loading.set(false))
 *         .start();
 * }</pre>
 */
public final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final Executor workers;
    private final Executor screen;
    private Consumer<Exception> unexpected = e -> LOG.error("work in the background failed", e);

    private Background(Executor workers, Executor screen) {
        this.workers = workers;
        this.screen = screen;
    }

    /** Each work on a virtual thread of its own, its handlers on the FX thread. */
    public static Background onVirtualThreads() {
        return new Background(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater);
    }

    /** Work and handlers at once and on the calling thread, for tests. */
    public static Background immediate() {
        return new Background(Runnable::run, Runnable::run);
    }

    /** For tests that decide when what runs. */
    public static Background on(Executor workers, Executor screen) {
        return new Background(workers, screen);
    }

    /** Who hears of failures that a task has no handler for; the log, unless told otherwise. */
    public void onUnexpected(Consumer<Exception> handler) {
        unexpected = handler;
    }

    /** Does something on the FX thread, for what comes from listeners on other threads. */
    public void toScreen(Runnable change) {
        screen.execute(change);
    }

    /** A task that tells its progress; it runs when it is {@linkplain BackgroundTask#start() started}. */
    public <T> BackgroundTask<T> run(Work<T> work) {
        return new BackgroundTask<>(work, workers, screen, e -> unexpected.accept(e));
    }

    /** A task that is too short to tell its progress. */
    public <T> BackgroundTask<T> call(Callable<T> work) {
        return run(progress -> work.call());
    }
}
