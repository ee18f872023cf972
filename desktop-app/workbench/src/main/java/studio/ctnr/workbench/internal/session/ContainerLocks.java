package studio.ctnr.workbench.internal.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Keeps two processes from working on one container at once. */
public final class ContainerLocks {
    /** Those of this process: a file lock is the process's, whoever in it asks. */
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;

    public ContainerLocks(Path folder) {
        this.folder = folder;
    }

    /** Held until it is closed, or the process ends. */
    public interface Held extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    /** @throws WorkbenchException {@link ProblemCode#BUSY} */
    public Held hold(String container) throws WorkbenchException, IOException {
        Path path = Files.createDirectories(folder).toRealPath().resolve("container-" + container + ".lock");
        if (!HERE.add(path)) {
            throw busy(container);
        }
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                HERE.remove(path);
                if (channel != null) {
                    channel.close();
                }
            }
        }
        if (lock == null) {
            throw busy(container);
        }
        FileChannel open = channel;
        return () -> {
            HERE.remove(path);
            open.close();
        };
    }

    private static WorkbenchException busy(String container) {
        return new WorkbenchException(
                ProblemCode.BUSY,
                "Another job works on the container " + container,
                "Wait until it is done, and try again");
    }
}
