package studio.ctnr.engine.observe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.ChangeKind;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.FileState;
import studio.ctnr.engine.change.RegistryChange;

/**
 * What changed between two snapshots of {@code capture.exe}, in the order that a change set promises and as it is asked
 * for. What one of the two could not look into is passed over with everything below it: nobody knows what changed there.
 */
public final class SnapshotDiff {
    /** Read-only, hidden and system: what an installer means by an attribute. The others are the file system's. */
    private static final int MEANT = 0x7;

    private SnapshotDiff() {}

    /**
     * Changed keys and values; the caller closes the stream.
     *
     * @throws IOException when a file can't be opened or is no registry snapshot; damage that shows later is an
     *     {@link java.io.UncheckedIOException} with the file and the line
     */
    public static Stream<RegistryChange> registry(Path before, Path after) throws IOException {
        RegistrySnapshot old = new RegistrySnapshot(before);
        try {
            RegistrySnapshot now = new RegistrySnapshot(after);
            return SnapshotMerge.changes(old, now, RegistrySnapshot.BY_NAME, new RegistryDifferences());
        } catch (IOException | RuntimeException e) {
            old.close();
            throw e;
        }
    }

    /**
     * Changed files and folders; the caller closes the stream. A file counts as changed when its size, its time or its
     * attributes differ, a folder when its attributes do.
     *
     * @param places what {@code after} was limited to
     * @throws IOException as {@link #registry} does
     */
    public static Stream<FileChange> files(Path before, Path after, ChangedPlaces places) throws IOException {
        FileSnapshot old = new FileSnapshot(before);
        try {
            FileSnapshot now = new FileSnapshot(after);
            return SnapshotMerge.changes(old, now, FileSnapshot.BY_PATH, new FileDifferences(places));
        } catch (IOException | RuntimeException e) {
            old.close();
            throw e;
        }
    }

    private static final class RegistryDifferences
            implements SnapshotMerge.Difference<RegistrySnapshot.Entry, RegistryChange> {
        private Optional<KeyPath> unseen = Optional.empty();

        @Override
        public Optional<RegistryChange> between(
                Optional<RegistrySnapshot.Entry> before, Optional<RegistrySnapshot.Entry> after) {
            RegistrySnapshot.Entry there = after.or(() -> before).orElseThrow();
            if (unseen.isPresent() && there.key().startsWith(unseen.get())) {
                return Optional.empty();
            }
            if (hidden(before) || hidden(after)) {
                unseen = Optional.of(there.key());
                return Optional.empty();
            }
            return switch (there) {
                case RegistrySnapshot.Key key ->
                    before.isPresent() && after.isPresent()
                            ? Optional.empty()
                            : Optional.of(new RegistryChange.OfKey(
                                    key.key(), after.isPresent() ? ChangeKind.ADDED : ChangeKind.DELETED));
                case RegistrySnapshot.Value value -> {
                    var old = before.map(entry -> ((RegistrySnapshot.Value) entry).value());
                    var now = after.map(entry -> ((RegistrySnapshot.Value) entry).value());
                    yield old.isPresent() && now.isPresent() && old.get().sameContent(now.get())
                            ? Optional.empty()
                            : Optional.of(new RegistryChange.OfValue(value.key(), old, now));
                }
            };
        }

        private static boolean hidden(Optional<RegistrySnapshot.Entry> entry) {
            return entry.isPresent() && entry.get() instanceof RegistrySnapshot.Key key && !key.readable();
        }
    }

    private static final class FileDifferences implements SnapshotMerge.Difference<FileSnapshot.Entry, FileChange> {
        private final ChangedPlaces places;
        private Optional<WindowsPath> unseen = Optional.empty();

        FileDifferences(ChangedPlaces places) {
            this.places = places;
        }

        @Override
        public Optional<FileChange> between(Optional<FileSnapshot.Entry> before, Optional<FileSnapshot.Entry> after) {
            WindowsPath path = after.or(() -> before).orElseThrow().path();
            if (unseen.isPresent() && path.startsWith(unseen.get())) {
                return Optional.empty();
            }
            if (hidden(before) || hidden(after)) {
                unseen = Optional.of(path);
                return Optional.empty();
            }
            if (!places.covers(path)) {
                return Optional.empty();
            }
            Optional<FileState> old = before.map(FileSnapshot.Entry::state);
            Optional<FileState> now = after.map(FileSnapshot.Entry::state);
            boolean same = old.isPresent() && now.isPresent() && same(old.get(), now.get());
            return same ? Optional.empty() : Optional.of(new FileChange(path, old, now));
        }

        private static boolean hidden(Optional<FileSnapshot.Entry> entry) {
            return entry.isPresent() && !entry.get().readable();
        }

        private static boolean same(FileState old, FileState now) {
            return old.folder() == now.folder()
                    && (old.attributes() & MEANT) == (now.attributes() & MEANT)
                    && (old.folder()
                            || old.size() == now.size() && old.modified().equals(now.modified()));
        }
    }
}
