package studio.ctnr.workbench.internal.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who works on the inventory. Each open workbench holds a lock that the system takes from it when its process ends in
 * whatever way, so that others can tell a job that goes on from one that will never end.
 */
public final class Sessions implements AutoCloseable {
    /** Those of this process: a look at their locks would take them away, since POSIX has one for a whole process. */
    private static final Set<String> HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final String name = UUID.randomUUID().toString();
    private final FileChannel channel;

    /** @param folder where the locks lie; made when it is missing */
    public Sessions(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.channel = FileChannel.open(file(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
        HERE.add(name);
    }

    /** The name of this one. */
    public String name() {
        return name;
    }

    /** Whether the process of a session is there; what one that is gone has left is removed. */
    public boolean isAlive(String session) throws IOException {
        if (HERE.contains(session)) {
            return true;
        }
        try (FileChannel other = FileChannel.open(file(session), StandardOpenOption.WRITE);
                FileLock lock = other.tryLock()) {
            if (lock == null) {
                return true;
            }
            Files.deleteIfExists(file(session));
            return false;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private Path file(String session) {
        return folder.resolve(session + ".lock");
    }

    @Override
    public void close() throws IOException {
        HERE.remove(name);
        Files.deleteIfExists(file(name));
        channel.close();
    }
}
