package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that another process writes to, read as it grows; it ends when the watch says so and all of it was read. */
final class GrowingFile extends InputStream {
    private final Path file;
    private final Watch watch;
    private FileChannel channel;

    /** Waits for something to happen. */
    @FunctionalInterface
    interface Watch {
        /** Waits a short while; false when nothing more will be written, or it shall no longer be waited for. */
        boolean goesOn() throws IOException;
    }

    GrowingFile(Path file, Watch watch) {
        this.file = file;
        this.watch = watch;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        boolean more = true;
        while (true) {
            int count = readNow(into, from, length);
            if (count > 0 || !more) {
                return count > 0 ? count : -1;
            }
            more = watch.goesOn();
        }
    }

    private int readNow(byte[] into, int from, int length) throws IOException {
        if (channel == null && Files.exists(file)) {
            channel = FileChannel.open(file);
        }
        return channel == null ? 0 : channel.read(ByteBuffer.wrap(into, from, length));
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
