package studio.ctnr.engine.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lines of a file that other processes append to, handed on as they come, by a thread that the system wakes. A file
 * that is not there yet is waited for, and one that has become shorter is read from its start.
 */
final class LineTail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LineTail.class);

    private final Path file;
    private final Consumer<String> listener;
    private final WatchService watch;
    private final Thread thread;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long position;

    /**
     * @param file its folder is there
     * @param from the byte to start at
     */
    LineTail(Path file, long from, Consumer<String> listener) throws IOException {
        this.file = file;
        this.listener = listener;
        this.position = from;
        watch = file.getFileSystem().newWatchService();
        file.getParent().register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
        thread = Thread.ofVirtual().name("tail-" + file.getFileName()).start(this::follow);
    }

    private void follow() {
        try (watch) {
            read(); // what was written before the watch began
            while (true) {
                WatchKey key = watch.take();
                key.pollEvents();
                read();
                if (!key.reset()) {
                    return; // the folder is gone
                }
            }
        } catch (ClosedWatchServiceException | InterruptedException closed) {
            readLast();
        } catch (IOException e) {
            LOG.warn("{} can't be followed: {}", file, e.getMessage());
        }
    }

    private void readLast() {
        try {
            read();
        } catch (IOException e) {
            LOG.debug("The end of {} can't be read: {}", file, e.getMessage());
        }
    }

    private void read() throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() < position) {
                position = 0;
                line.reset();
            }
            for (int count = channel.read(buffer.clear(), position);
                    count > 0;
                    count = channel.read(buffer.clear(), position)) {
                position += count;
                buffer.flip();
                while (buffer.hasRemaining()) {
                    take(buffer.get());
                }
            }
        } catch (NoSuchFileException notYet) {
            if (Files.notExists(file.getParent())) {
                throw notYet;
            }
        }
    }

    private void take(byte next) {
        if (next != '\n') {
            line.write(next);
            return;
        }
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        listener.accept(text);
    }

    /** Hands on what is there now, and nothing afterwards; from the listener itself, nothing more. */
    @Override
    public void close() throws IOException {
        watch.close();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
