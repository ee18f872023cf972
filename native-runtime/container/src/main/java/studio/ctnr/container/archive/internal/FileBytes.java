package studio.ctnr.container.archive.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import studio.ctnr.container.archive.manifest.ArchiveException;
import studio.ctnr.container.archive.manifest.ArchiveFault;

/** Reads and writes at a place in a file, as often as it takes. */
public final class FileBytes {
    private FileBytes() {}

    /** Fills the rest of {@code target} and flips it. */
    public static void readFully(FileChannel file, ByteBuffer target, long position) throws IOException {
        int start = target.position();
        if (!fill(file, target, position)) {
            throw new ArchiveException(
                    ArchiveFault.TRUNCATED, "The archive ends at byte %d, in the middle".formatted(file.size()));
        }
        target.flip().position(start);
    }

    /** Fills the rest of {@code target}; false when the file ends before. */
    static boolean fill(FileChannel file, ByteBuffer target, long position) throws IOException {
        long at = position;
        while (target.hasRemaining()) {
            int read = file.read(target, at);
            if (read < 0) {
                return false;
            }
            at += read;
        }
        return true;
    }

    /** Writes all of {@code source}. */
    static void writeFully(FileChannel file, ByteBuffer source, long position) throws IOException {
        long at = position;
        while (source.hasRemaining()) {
            at += file.write(source, at);
        }
    }
}
