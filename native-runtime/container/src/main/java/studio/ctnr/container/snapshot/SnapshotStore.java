package studio.ctnr.container.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.Manifest;

/**
 * The snapshots of one container, in its {@code snapshots} folder. Contents are stored once, whichever snapshots and
 * files they are in; making one costs what has changed. A process that is killed at any moment leaves the state and the
 * snapshots that were there before, or those that were to be; what it had half made is removed by whoever comes next.
 *
 * <p>The container must not be running while a snapshot is made or gone back to.
 */
public final class SnapshotStore {
    private static final Pattern LABEL = Pattern.compile("[^\\p{Cntrl}]{1,200}");

    private final StoreFiles files;
    private final Descriptions descriptions;
    private final Clock clock;

    private SnapshotStore(ContainerFolder container, Clock clock) {
        this.files = new StoreFiles(container);
        this.descriptions = new Descriptions(files);
        this.clock = clock;
    }

    public static SnapshotStore of(ContainerFolder container) {
        return of(container, Clock.systemUTC());
    }

    public static SnapshotStore of(ContainerFolder container, Clock clock) {
        return new SnapshotStore(container, clock);
    }

    /** All that can be gone back to, oldest first. */
    public List<Snapshot> list() throws IOException {
        return descriptions.list();
    }

    /**
     * The snapshot that is meant by a token, the beginning of one, or a label.
     *
     * @throws SnapshotException when there is none, or more than one
     */
    public Snapshot find(String name) throws IOException {
        List<Snapshot> all = list();
        List<Snapshot> meant =
                all.stream().filter(snapshot -> snapshot.token().equals(name)).toList();
        if (meant.isEmpty()) {
            meant = all.stream()
                    .filter(snapshot ->
                            snapshot.label().equals(name) || snapshot.token().startsWith(name))
                    .toList();
        }
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        throw meant.isEmpty()
                ? new SnapshotException(
                        SnapshotFault.NOT_FOUND, files.container().root() + " has no snapshot '" + name + "'")
                : new SnapshotException(
                        SnapshotFault.AMBIGUOUS,
                        "'" + name + "' means " + meant.size() + " snapshots; name the one by its token: "
                                + String.join(
                                        ", ",
                                        meant.stream().map(Snapshot::token).toList()));
    }

    /** What a snapshot holds. */
    public Manifest manifest(Snapshot snapshot) throws IOException {
        return descriptions.manifest(snapshot.token());
    }

    /** Opens the content of a file that a snapshot holds. */
    public InputStream open(Entry entry) throws IOException {
        return new Blobs(files).open(entry.sha256());
    }

    /**
     * Makes one of the state that is there.
     *
     * @param label up to 200 characters
     */
    public Snapshot create(String label, Progress progress) throws IOException {
        if (!LABEL.matcher(label).matches()) {
            throw new SnapshotException(
                    SnapshotFault.BAD_LABEL,
                    "A snapshot's label is 1 to 200 characters, none of them a control character");
        }
        try (StoreLock _ = lock()) {
            return new Taking(files).take(label, clock.instant(), progress);
        }
    }

    /** Gives the container the state that a snapshot holds; logs and temporary files stay. */
    public void restore(Snapshot snapshot, Progress progress) throws IOException {
        try (StoreLock _ = lock()) {
            Restoration restoration = new Restoration(files);
            try {
                restoration.restore(descriptions.manifest(snapshot.token()), progress);
            } catch (IOException | RuntimeException failure) {
                restoration.finish();
                throw failure;
            }
        }
    }

    /** Deletes one, and what only it needed. */
    public void delete(Snapshot snapshot) throws IOException {
        try (StoreLock _ = lock()) {
            Path gone = files.root().resolve(StoreFiles.DRAFT + snapshot.token());
            Files.move(files.snapshot(snapshot.token()), gone, StandardCopyOption.ATOMIC_MOVE);
            FileTree.delete(gone);
            new Inspection(files).clear();
        }
    }

    /** Reads everything that is stored and tells every damage. */
    public SnapshotCheck verify(Progress progress) throws IOException {
        try (StoreLock _ = lock()) {
            return new Inspection(files).run(false, progress);
        }
    }

    /**
     * Likewise, and stores anew what is damaged where the container still has the same content; removes what no snapshot
     * needs.
     *
     * @return what is still damaged
     */
    public SnapshotCheck repair(Progress progress) throws IOException {
        try (StoreLock _ = lock()) {
            return new Inspection(files).run(true, progress);
        }
    }

    /** Finishes what a killed process had begun to restore, or undoes it. Cheap when there is nothing to do. */
    public static void recover(ContainerFolder container) throws IOException {
        if (Files.isDirectory(new StoreFiles(container).restoration())) {
            of(container).lock().close();
        }
    }

    /** Takes the lock, and clears up what a killed process has left. */
    private StoreLock lock() throws IOException {
        StoreLock lock = StoreLock.of(files);
        try {
            new Restoration(files).finish();
            try (DirectoryStream<Path> drafts = Files.newDirectoryStream(
                    files.root(), name -> name.getFileName().toString().startsWith(StoreFiles.DRAFT))) {
                for (Path draft : drafts) {
                    FileTree.delete(draft);
                }
            }
            return lock;
        } catch (IOException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }
}
