package studio.ctnr.container.archive.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.archive.manifest.ArchiveException;
import studio.ctnr.container.archive.manifest.ArchiveFault;

/**
 * The hidden folder beside a goal in which a file or a folder is made before it is renamed into place in one step. A lock
 * that the system drops when its process dies tells work under way from what a crash has left; the next run on the same
 * goal clears the latter, and puts an old version back that a crash has caught halfway out.
 */
public final class Staging implements AutoCloseable {
    private final Path goal;
    private final Path folder;
    private final FileChannel lockFile;

    private Staging(Path goal, Path folder, FileChannel lockFile) {
        this.goal = goal;
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /**
     * Takes the place beside {@code goal}, clearing what a crash has left.
     *
     * @param replace whether something may be at the goal
     * @throws ArchiveException when the goal exists, has no parent folder, or another process works on it
     */
    public static Staging beside(Path goal, boolean replace) throws IOException {
        Path whole = goal.toAbsolutePath().normalize();
        Path parent = whole.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new ArchiveException(
                    ArchiveFault.NOT_FOUND, "The folder %s does not exist: create it first".formatted(parent));
        }
        Path folder = parent.resolve("." + whole.getFileName() + ".ctnr-staging");
        Staging staging = new Staging(whole, folder, lock(folder, whole));
        try {
            staging.recover();
            if (!replace && Files.exists(whole, LinkOption.NOFOLLOW_LINKS)) {
                throw new ArchiveException(
                        ArchiveFault.GOAL_EXISTS,
                        "%s exists already: choose another place, or replace it with --force".formatted(goal));
            }
            return staging;
        } catch (IOException | RuntimeException failure) {
            staging.close();
            throw failure;
        }
    }

    private static FileChannel lock(Path folder, Path goal) throws IOException {
        while (true) {
            Files.createDirectories(folder);
            FileChannel file;
            try {
                file = FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
            } catch (NoSuchFileException cleared) {
                continue;
            }
            if (isOurs(file, folder.resolve("lock"), goal)) {
                return file;
            }
            file.close();
        }
    }

    /** False when the file that was locked is one that another process has just removed. */
    private static boolean isOurs(FileChannel file, Path path, Path goal) throws IOException {
        FileLock lock;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            lock = null;
        }
        if (lock == null) {
            file.close();
            throw new ArchiveException(
                    ArchiveFault.IN_USE, "Another process is writing to %s: wait until it is done".formatted(goal));
        }
        byte[] token = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        file.write(ByteBuffer.wrap(token), 0);
        try {
            return Arrays.equals(token, Files.readAllBytes(path));
        } catch (NoSuchFileException removed) {
            return false;
        }
    }

    private void recover() throws IOException {
        if (Files.exists(previous()) && !Files.exists(goal, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(previous(), goal, StandardCopyOption.ATOMIC_MOVE);
        }
        FileTree.delete(previous());
        FileTree.delete(product());
    }

    /** What is being made: it does not exist yet. */
    public Path product() {
        return folder.resolve("product");
    }

    private Path previous() {
        return folder.resolve("previous");
    }

    /** Puts the product in its place, with everything of it on the disk; what was there before is gone. */
    public void commit() throws IOException {
        boolean folderThere = Files.isDirectory(goal, LinkOption.NOFOLLOW_LINKS);
        boolean exchanged = folderThere && LinuxCalls.exchange(product(), goal);
        if (folderThere && !exchanged) {
            Files.move(goal, previous(), StandardCopyOption.ATOMIC_MOVE);
            try {
                Files.move(product(), goal, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException failure) {
                Files.move(previous(), goal, StandardCopyOption.ATOMIC_MOVE);
                throw failure;
            }
        } else if (!exchanged) {
            Files.move(product(), goal, StandardCopyOption.ATOMIC_MOVE);
        }
        DiskSync.folder(goal.getParent());
    }

    /** Removes everything but what was committed. */
    @Override
    public void close() throws IOException {
        try (lockFile) {
            FileTree.delete(product());
            FileTree.delete(previous());
            Files.deleteIfExists(folder.resolve("lock"));
            Files.deleteIfExists(folder);
        }
    }
}
