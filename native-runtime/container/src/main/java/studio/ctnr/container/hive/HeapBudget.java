package studio.ctnr.container.hive;

/**
 * Counts what the tree of a hive will take of the heap while it is read, so that a file too large for this process ends
 * in an error that says so, not in an OutOfMemoryError somewhere.
 */
final class HeapBudget {
    /** What objects, references, names' headers and map entries come to, by measurement, rounded up. */
    private static final int PER_KEY = 240;

    private static final int PER_VALUE = 176;

    private final Cells cells;
    private long left;

    HeapBudget(Cells cells, long left) {
        this.cells = cells;
        this.left = left;
    }

    void key(int at, int nameLength) throws HiveFormatException {
        take(at, PER_KEY + nameLength);
    }

    void value(int at, int nameLength) throws HiveFormatException {
        take(at, PER_VALUE + nameLength);
    }

    void take(int at, long bytes) throws HiveFormatException {
        left -= bytes;
        if (left < 0) {
            throw cells.damaged(
                    at,
                    "the hive needs more memory than this process may have (%d MB); allow more with java -Xmx"
                            .formatted(Runtime.getRuntime().maxMemory() >> 20));
        }
    }
}
