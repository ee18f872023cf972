package studio.ctnr.workbench.internal.db;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/** Hears of it when any process writes to the database. */
public final class DatabaseWatch implements AutoCloseable {
    private final WatchService service;

    /** @param written called on a thread of its own */
    public DatabaseWatch(Path database, Runnable written) throws IOException {
        Path folder = database.toAbsolutePath().getParent();
        service = folder.getFileSystem().newWatchService();
        folder.register(service, StandardWatchEventKinds.ENTRY_MODIFY);
        String log = database.getFileName() + "-wal";
        Thread.ofVirtual().name("database-watch").start(() -> watch(log, written));
    }

    private void watch(String log, Runnable written) {
        try {
            while (true) {
                WatchKey key = service.take();
                boolean ours = key.pollEvents().stream()
                        .anyMatch(event -> event.kind() == StandardWatchEventKinds.OVERFLOW
                                || event.context().toString().equals(log));
                if (ours) {
                    written.run();
                }
                key.reset();
            }
        } catch (ClosedWatchServiceException | InterruptedException end) {
            // nobody listens any more
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
