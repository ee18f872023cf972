package studio.ctnr.studio.editor.logs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import studio.ctnr.engine.run.RuntimeEvent;

/** The end of a log that grows: reads what was added since the last time, and of a long one only the end. */
final class LogTail {
    private static final int MOST = 4 << 20;

    private final Path file;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long position = -1;

    LogTail(Path file) {
        this.file = file;
    }

    /** The events that were added; of a log that was begun anew, all. Lines that are no events are passed over. */
    synchronized List<RuntimeEvent> more() throws IOException {
        List<RuntimeEvent> events = new ArrayList<>();
        if (!Files.isRegularFile(file)) {
            position = 0;
            return events;
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long length = log.length();
            if (position < 0 && length > MOST) {
                log.seek(length - MOST);
                log.readLine();
                position = log.getFilePointer();
            } else if (position < 0 || length < position) {
                position = 0;
                line.reset();
            }
            log.seek(position);
            byte[] bytes = new byte[(int) Math.min(MOST, length - position)];
            log.readFully(bytes);
            position += bytes.length;
            for (byte each : bytes) {
                take(each, events);
            }
        }
        return events;
    }

    /** Empties the log; the runtime goes on at its beginning. */
    synchronized void clear() throws IOException {
        if (Files.exists(file)) {
            FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                    .close();
        }
        position = 0;
        line.reset();
    }

    private void take(byte each, List<RuntimeEvent> events) {
        if (each == '\n') {
            RuntimeEvent.of(line.toString(StandardCharsets.UTF_8)).ifPresent(events::add);
            line.reset();
        } else {
            line.write(each);
        }
    }
}
