package studio.ctnr.engine.observe;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import studio.ctnr.container.WindowsPath;

/** Where files may have changed; everywhere else, two snapshots are alike and need not be compared. */
public final class ChangedPlaces {
    /** On every drive: nothing is known about what changed. */
    public static final ChangedPlaces EVERYWHERE = new ChangedPlaces(new TreeMap<>(), true);

    /** Each place, and whether all that lies below belongs to it; none lies in another that is whole. */
    private final NavigableMap<WindowsPath, Boolean> places;

    private final boolean everywhere;

    private ChangedPlaces(NavigableMap<WindowsPath, Boolean> places, boolean everywhere) {
        this.places = places;
        this.everywhere = everywhere;
    }

    /** Collects places, in any order. */
    public static final class Builder {
        private final Map<WindowsPath, Boolean> places = new TreeMap<>();

        /** Of no place. */
        public Builder() {}

        /** A file or folder itself. */
        public Builder add(WindowsPath path) {
            if (!isLine(path)) {
                return addWhole(path);
            }
            places.putIfAbsent(path, false);
            return this;
        }

        /** A file or folder with all that lies below. */
        public Builder addWhole(WindowsPath path) {
            WindowsPath place = path;
            while (!isLine(place)) {
                place = place.parent();
            }
            places.put(place, true);
            return this;
        }

        /** Whether a list of lines can hold it: NTFS allows names that Windows does not. */
        private static boolean isLine(WindowsPath path) {
            return path.toString().chars().allMatch(unit -> unit >= ' ');
        }

        public ChangedPlaces build() {
            NavigableMap<WindowsPath, Boolean> kept = new TreeMap<>();
            places.forEach((path, whole) -> {
                // what lies below a path follows it at once in their order
                Map.Entry<WindowsPath, Boolean> last = kept.lastEntry();
                if (last == null || !last.getValue() || !path.startsWith(last.getKey())) {
                    kept.put(path, whole);
                }
            });
            return new ChangedPlaces(kept, false);
        }
    }

    /** Whether a file or folder may have changed. */
    public boolean covers(WindowsPath path) {
        Map.Entry<WindowsPath, Boolean> before = places.floorEntry(path);
        return everywhere
                || before != null
                        && (before.getKey().equals(path) || before.getValue() && path.startsWith(before.getKey()));
    }

    /** The places as people read them, in order; {@code \**} follows one with all that lies below. */
    public Stream<String> lines() {
        return places.entrySet().stream().map(place -> {
            String path = place.getKey().toString();
            return place.getValue() ? (path.endsWith("\\") ? path : path + "\\") + "**" : path;
        });
    }

    /**
     * Writes the list that {@code capture.exe snapshot --files --only} reads: UTF-16, little endian, a path a line.
     *
     * @throws IllegalStateException when the places are {@link #EVERYWHERE}
     */
    public void write(Path file) throws IOException {
        if (everywhere) {
            throw new IllegalStateException("Everywhere is no list of places");
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<WindowsPath, Boolean> place : places.entrySet()) {
                String path = place.getKey().toString();
                String line = path + (place.getValue() && !path.endsWith("\\") ? "\\\n" : "\n");
                // unit by unit: a name may hold surrogates without their partner, which no charset takes
                ByteBuffer bytes = ByteBuffer.allocate(line.length() * 2).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asCharBuffer().put(line);
                out.write(bytes.array());
            }
        }
    }
}
