package studio.ctnr.engine.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import studio.ctnr.engine.change.ChangeCounts;

/** The verdicts on a row of changes, by the changes' places in the row: five bytes for each. */
final class Sheet {
    private static final int DEFAULT = 0;
    private static final int EMPTY = 1;
    private static final int HOLDER = 2;
    private static final int FIRST_RANK = 3;

    private final List<Verdict> verdicts;
    private int[] numbers = new int[1024];
    private byte[] sorts = new byte[1024];
    private int size;

    /** @param ranks the verdicts that rules give, by rank */
    Sheet(List<Verdict> ranks) {
        this.verdicts = Stream.concat(Stream.of(Verdict.DEFAULT, Verdict.EMPTY, Verdict.HOLDER), ranks.stream())
                .toList();
    }

    /**
     * Puts down what decides on the next change.
     *
     * @param rank of the rule; -1 for none
     * @param sort of the change, as {@link ChangeCounts} counts it
     * @return the change's place
     */
    int add(int rank, int sort) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
            sorts = Arrays.copyOf(sorts, size * 2);
        }
        numbers[size] = rank < 0 ? DEFAULT : FIRST_RANK + rank;
        sorts[size] = (byte) sort;
        return size++;
    }

    Verdict at(int place) {
        return verdicts.get(numbers[place]);
    }

    int sortAt(int place) {
        return sorts[place];
    }

    int size() {
        return size;
    }

    void leftEmpty(int place) {
        numbers[place] = EMPTY;
    }

    void holdsSomething(int place) {
        numbers[place] = HOLDER;
    }

    /** The changes of the row with their verdicts; closing this closes {@code changes}. */
    <T> Stream<Judged<T>> judge(Stream<T> changes) {
        Iterator<T> each = changes.iterator();
        Iterator<Judged<T>> judged = new Iterator<>() {
            private int place;

            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public Judged<T> next() {
                T change = each.next();
                if (place == size) {
                    throw new UncheckedIOException(
                            new IOException("The project was changed while it was read: try again"));
                }
                return new Judged<>(change, at(place++));
            }
        };
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(judged, traits), false)
                .onClose(changes::close);
    }
}
