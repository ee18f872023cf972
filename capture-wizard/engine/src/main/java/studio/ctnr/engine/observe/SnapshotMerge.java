package studio.ctnr.engine.observe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Walks two snapshots side by side; no more than one entry of each is in memory. */
final class SnapshotMerge<E, C> extends Spliterators.AbstractSpliterator<C> {

    /** Says what changed between two states of one thing, either of which may be missing. */
    interface Difference<E, C> {
        Optional<C> between(Optional<E> before, Optional<E> after);
    }

    private final SnapshotReader<E> before;
    private final SnapshotReader<E> after;
    private final Comparator<? super E> order;
    private final Difference<E, C> difference;
    private Optional<E> old = Optional.empty();
    private Optional<E> now = Optional.empty();
    private boolean started;

    private SnapshotMerge(
            SnapshotReader<E> before,
            SnapshotReader<E> after,
            Comparator<? super E> order,
            Difference<E, C> difference) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        this.before = before;
        this.after = after;
        this.order = order;
        this.difference = difference;
    }

    /**
     * The changes from one snapshot to the other, in their order; damage is an UncheckedIOException. Closing the stream
     * closes the readers.
     */
    static <E, C> Stream<C> changes(
            SnapshotReader<E> before,
            SnapshotReader<E> after,
            Comparator<? super E> order,
            Difference<E, C> difference) {
        return StreamSupport.stream(new SnapshotMerge<>(before, after, order, difference), false)
                .onClose(() -> close(before, after));
    }

    private static void close(SnapshotReader<?> before, SnapshotReader<?> after) {
        try (before;
                after) {
            // both, even when the first can't be closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean tryAdvance(Consumer<? super C> action) {
        try {
            if (!started) {
                old = before.next();
                now = after.next();
                started = true;
            }
            while (old.isPresent() || now.isPresent()) {
                Optional<C> change = step();
                if (change.isPresent()) {
                    action.accept(change.get());
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<C> step() throws IOException {
        int side = old.isEmpty() ? 1 : now.isEmpty() ? -1 : order.compare(old.get(), now.get());
        Optional<C> change = difference.between(side <= 0 ? old : Optional.empty(), side >= 0 ? now : Optional.empty());
        if (side <= 0) {
            old = before.next();
        }
        if (side >= 0) {
            now = after.next();
        }
        return change;
    }
}
