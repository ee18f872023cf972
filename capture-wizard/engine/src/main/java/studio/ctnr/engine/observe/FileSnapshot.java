package studio.ctnr.engine.observe;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.FileState;

/** Reads a snapshot of files and folders, each folder right before what it holds. */
final class FileSnapshot extends SnapshotReader<FileSnapshot.Entry> {
    private static final int DIRECTORY = 0x10;

    /**
     * A file or folder.
     *
     * @param readable whether the user who took the snapshot could look into it
     */
    record Entry(WindowsPath path, FileState state, boolean readable) {
        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** By which two snapshots are laid side by side. */
    static final Comparator<Entry> BY_PATH = Comparator.comparing(Entry::path);

    /** In a snapshot, spelling decides at last: Windows tells some names apart that have one folded form here. */
    private static final Comparator<Entry> ORDER = BY_PATH.thenComparing(Entry::toString);

    FileSnapshot(Path file) throws IOException {
        super(file, "files", ORDER);
    }

    @Override
    Entry read(String first) throws IOException {
        if (!"path".equals(first)) {
            throw damaged("an entry without a path");
        }
        WindowsPath path = WindowsPath.of(text());
        count();
        long size = 0;
        Instant modified = Instant.EPOCH;
        long attributes = -1;
        boolean readable = true;
        for (String field = json().nextName(); field != null; field = json().nextName()) {
            json().nextToken();
            switch (field) {
                case "size" -> size = number();
                case "time" -> modified = time();
                case "attributes" -> attributes = number();
                case "error" -> readable = false;
                default -> json().skipChildren();
            }
        }
        if (size < 0 || attributes < 0 || attributes > 0xFFFF_FFFFL) {
            throw damaged("the size or the attributes of " + path + " make no sense");
        }
        boolean folder = (attributes & DIRECTORY) != 0;
        return new Entry(path, new FileState(folder, size, modified, (int) attributes), readable);
    }
}
