package studio.ctnr.engine.observe.who;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import studio.ctnr.engine.change.Writing;

/**
 * Who wrote each thing last, by folded paths; one entry for each that was ever written to. What stands behind a back
 * slash lies in a path, what stands behind a zero belongs to it.
 */
final class LastWriters {
    private static final char INSIDE = '\\';
    static final char PART = '\0';

    private final NavigableMap<String, Entry> entries = new TreeMap<>();
    private int there;

    private record Entry(Writing writing, boolean exists) {}

    void wrote(String path, Writing writing) {
        put(path, new Entry(writing, true));
    }

    void deleted(String path, Writing writing) {
        put(path, new Entry(writing, false));
    }

    private void put(String path, Entry entry) {
        Entry before = entries.put(path, entry);
        there += (entry.exists() ? 1 : 0) - (before != null && before.exists() ? 1 : 0);
    }

    /**
     * Gives a path, and all in it, another name. Who wrote something stays its writer; what was not written before, its
     * mover wrote.
     */
    void moved(String from, String to, Writing writing) {
        Entry self = entries.get(from);
        move(entries.subMap(from + INSIDE, from + (char) (INSIDE + 1)), from, to, writing);
        move(entries.subMap(from + PART, from + (char) (PART + 1)), from, to, writing);
        put(from, new Entry(writing, false));
        put(to, new Entry(self == null ? writing : self.writing(), true));
    }

    private void move(Map<String, Entry> some, String from, String to, Writing writing) {
        for (Map.Entry<String, Entry> each : Map.copyOf(some).entrySet()) {
            if (each.getValue().exists()) {
                put(to + each.getKey().substring(from.length()), each.getValue());
            }
            put(each.getKey(), new Entry(writing, false));
        }
    }

    Optional<Writing> of(String path) {
        return Optional.ofNullable(entries.get(path)).map(Entry::writing);
    }

    /** How many of them have not been deleted since. */
    int count() {
        return there;
    }
}
