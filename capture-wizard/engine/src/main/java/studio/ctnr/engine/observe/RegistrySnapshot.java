package studio.ctnr.engine.observe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.container.hive.RegistryValue;

/** Reads a registry snapshot: keys in their order, each followed by its values in theirs. */
final class RegistrySnapshot extends SnapshotReader<RegistrySnapshot.Entry> {
    private KeyPath key;

    /** A key or a value. */
    sealed interface Entry {
        KeyPath key();
    }

    /**
     * A key.
     *
     * @param readable whether the user who took the snapshot could look into it
     */
    record Key(KeyPath key, boolean readable) implements Entry {
        @Override
        public String toString() {
            return key.toString();
        }
    }

    /** A value. */
    record Value(KeyPath key, RegistryValue value, String folded) implements Entry {
        @Override
        public String toString() {
            return key + "\\\\" + value.name();
        }
    }

    /** By which two snapshots are laid side by side: a value that was only spelled anew is the same one. */
    static final Comparator<Entry> BY_NAME =
            Comparator.comparing(Entry::key).thenComparing(RegistrySnapshot::compareNames);

    /** In a snapshot, spelling decides at last: Windows tells some names apart that have one folded form here. */
    private static final Comparator<Entry> ORDER = BY_NAME.thenComparing(Entry::toString);

    private static int compareNames(Entry left, Entry right) {
        return left instanceof Value one && right instanceof Value other
                ? one.folded.compareTo(other.folded)
                : Boolean.compare(left instanceof Value, right instanceof Value);
    }

    RegistrySnapshot(Path file) throws IOException {
        super(file, "registry", ORDER);
    }

    @Override
    Entry read(String first) throws IOException {
        return switch (first) {
            case "key" -> readKey();
            case "value" -> readValue();
            case null, default -> throw damaged("neither a key nor a value");
        };
    }

    private Key readKey() throws IOException {
        key = KeyPath.of(text());
        count();
        boolean readable = true;
        for (String field = json().nextName(); field != null; field = json().nextName()) {
            json().nextToken();
            readable &= !field.equals("error");
            json().skipChildren();
        }
        return new Key(key, readable);
    }

    private Value readValue() throws IOException {
        if (key == null) {
            throw damaged("a value before any key");
        }
        String name = text();
        long type = -1;
        byte[] data = null;
        for (String field = json().nextName(); field != null; field = json().nextName()) {
            json().nextToken();
            switch (field) {
                case "type" -> type = number();
                case "data" -> data = bytes();
                default -> json().skipChildren();
            }
        }
        if (type < 0 || type > 0xFFFF_FFFFL || data == null) {
            throw damaged("the value " + name + " has no type or no data");
        }
        return new Value(key, new RegistryValue(name, (int) type, data), WindowsNames.fold(name));
    }
}
