package studio.ctnr.container.snapshot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Held by the one who works in a store; the system takes it from a process that dies. */
final class StoreLock implements AutoCloseable {
    /** Those of this process: a file lock is the process's, whoever in it asks. */
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private StoreLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @throws SnapshotException {@link SnapshotFault#IN_USE} */
    static StoreLock of(StoreFiles files) throws IOException {
        Files.createDirectories(files.root());
        Path path = files.root().toRealPath().resolve(files.lock().getFileName());
        if (!HERE.add(path)) {
            throw inUse(files);
        }
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw inUse(files);
            }
            return new StoreLock(path, channel);
        } catch (IOException | RuntimeException failure) {
            HERE.remove(path);
            throw failure;
        }
    }

    private static SnapshotException inUse(StoreFiles files) {
        return new SnapshotException(
                SnapshotFault.IN_USE,
                "Somebody else works on the snapshots of " + files.container().root() + ": wait until it is done");
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HERE.remove(path);
        }
    }
}
