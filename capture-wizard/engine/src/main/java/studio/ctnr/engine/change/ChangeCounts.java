package studio.ctnr.engine.change;

/** How many files, folders, keys and values were added, changed and deleted. */
public record ChangeCounts(Count files, Count folders, Count keys, Count values) {
    /** How many of one sort were added, changed and deleted. */
    public record Count(long added, long changed, long deleted) {
        public long total() {
            return added + changed + deleted;
        }
    }

    public long total() {
        return files.total() + folders.total() + keys.total() + values.total();
    }

    private static final int FILES = 0;
    private static final int FOLDERS = 3;
    private static final int KEYS = 6;
    private static final int VALUES = 9;

    /** The sort of a change: a small number that says what it is of, and its kind. */
    public static int sort(FileChange change) {
        return (change.folder() ? FOLDERS : FILES) + change.kind().ordinal();
    }

    /** The sort of a change: a small number that says what it is of, and its kind. */
    public static int sort(RegistryChange change) {
        return (change instanceof RegistryChange.OfKey ? KEYS : VALUES)
                + change.kind().ordinal();
    }

    /** Counts changes one by one; for one thread. */
    public static final class Tally {
        private final long[] tallies = new long[VALUES + ChangeKind.values().length];

        /** Counts from nothing. */
        public Tally() {}

        /** One change of a {@link #sort}. */
        public void add(int sort) {
            tallies[sort]++;
        }

        public void add(FileChange change) {
            add(sort(change));
        }

        public void add(RegistryChange change) {
            add(sort(change));
        }

        public ChangeCounts counts() {
            return new ChangeCounts(count(FILES), count(FOLDERS), count(KEYS), count(VALUES));
        }

        private Count count(int first) {
            return new Count(
                    tallies[first + ChangeKind.ADDED.ordinal()],
                    tallies[first + ChangeKind.CHANGED.ordinal()],
                    tallies[first + ChangeKind.DELETED.ordinal()]);
        }
    }
}
