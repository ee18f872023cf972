package studio.ctnr.toolkit.background;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * One piece of work and what becomes of it. All handlers and properties are on the FX thread; a cancelled task calls
 * only its {@link #atEnd} handlers.
 */
public final class BackgroundTask<T> {
    private record Handler<X extends Exception>(Class<X> type, Consumer<? super X> handler) {
        boolean takes(Exception e) {
            if (!type.isInstance(e)) {
                return false;
            }
            handler.accept(type.cast(e));
            return true;
        }
    }

    private final Work<T> work;
    private final Executor workers;
    private final Executor screen;
    private final Consumer<Exception> unexpected;
    private final List<Consumer<? super T>> successes = new ArrayList<>();
    private final List<Handler<?>> errors = new ArrayList<>();
    private final List<Runnable> ends = new ArrayList<>();
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(Progress.UNKNOWN);
    private final ReadOnlyStringWrapper now = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final Cancellation cancellation = new Cancellation();

    BackgroundTask(Work<T> work, Executor workers, Executor screen, Consumer<Exception> unexpected) {
        this.work = work;
        this.workers = workers;
        this.screen = screen;
        this.unexpected = unexpected;
    }

    public BackgroundTask<T> onSuccess(Consumer<? super T> handler) {
        successes.add(handler);
        return this;
    }

    /** The first handler whose type fits gets the failure; later ones do not. */
    public <X extends Exception> BackgroundTask<T> onError(Class<X> type, Consumer<? super X> handler) {
        errors.add(new Handler<>(type, handler));
        return this;
    }

    public BackgroundTask<T> onError(Consumer<? super Exception> handler) {
        return onError(Exception.class, handler);
    }

    /** After everything else, however it ended. */
    public BackgroundTask<T> atEnd(Runnable handler) {
        ends.add(handler);
        return this;
    }

    /** Begins; a task can be started once. */
    public BackgroundTask<T> start() {
        running.set(true);
        workers.execute(this::work);
        return this;
    }

    /** Interrupts the work; it may take a moment to end. */
    public void cancel() {
        cancellation.cancel();
    }

    public boolean isCancelled() {
        return cancellation.isCancelled();
    }

    /** From 0 to 1, or {@link Progress#UNKNOWN}. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** What is being done now. */
    public ReadOnlyStringProperty nowProperty() {
        return now.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    private void work() {
        try {
            T result = cancellation.guard(() -> work.run(new Told()));
            screen.execute(() -> end(() -> successes.forEach(handler -> handler.accept(result))));
        } catch (Exception e) {
            screen.execute(() -> end(() -> failed(e)));
        } catch (Error e) {
            screen.execute(() -> end(() -> failed(new IllegalStateException(e))));
        }
    }

    private void end(Runnable outcome) {
        running.set(false);
        try {
            if (!isCancelled()) {
                outcome.run();
            }
        } finally {
            ends.forEach(Runnable::run);
        }
    }

    private void failed(Exception e) {
        if (errors.stream().noneMatch(handler -> handler.takes(e))) {
            unexpected.accept(e);
        }
    }

    private final class Told implements Progress {
        @Override
        public void at(double reached, String what) {
            screen.execute(() -> {
                fraction.set(reached);
                now.set(what);
            });
        }

        @Override
        public boolean isCancelled() {
            return cancellation.isCancelled();
        }
    }
}
