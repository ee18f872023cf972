package studio.ctnr.container.archive.internal;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.stream.IntStream;
import studio.ctnr.container.archive.manifest.ArchiveException;
import studio.ctnr.container.archive.manifest.ArchiveFault;

/**
 * The list of frames at the end of the payload, in a skippable frame that other programs pass over.
 *
 * @see <a href="https://github.com/facebook/zstd/blob/dev/contrib/seekable_format/zstd_seekable_compression_format.md">
 *     Zstandard seekable format</a>
 */
public final class SeekTable {
    private static final int SKIPPABLE_MAGIC = 0x184D2A5E;
    private static final int SEEKABLE_MAGIC = 0x8F92EAB1;
    private static final int HEADER = 8;
    private static final int ROW = 8;
    private static final int FOOTER = 9;

    /** Where each frame starts in the payload, and last where the last one ends. */
    private final long[] starts;

    private SeekTable(long[] starts) {
        this.starts = starts;
    }

    public long start(int frame) {
        return starts[frame];
    }

    /** The compressed size of a frame, in bytes. */
    public int length(int frame) {
        return (int) (starts[frame + 1] - starts[frame]);
    }

    /** The largest compressed size of a frame, in bytes. */
    int longest() {
        return IntStream.range(0, starts.length - 1).map(this::length).max().orElse(0);
    }

    /** How many bytes the table of {@code frames} frames has in the file. */
    static long size(int frames) {
        return HEADER + (long) frames * ROW + FOOTER;
    }

    /** @param lengths the compressed size of each frame */
    static ByteBuffer write(int[] lengths, PayloadLayout layout) {
        ByteBuffer table =
                ByteBuffer.allocate(Math.toIntExact(size(lengths.length))).order(ByteOrder.LITTLE_ENDIAN);
        table.putInt(SKIPPABLE_MAGIC).putInt(table.capacity() - HEADER);
        for (int frame = 0; frame < lengths.length; frame++) {
            table.putInt(lengths[frame]).putInt(layout.frameSize(frame));
        }
        return table.putInt(lengths.length).put((byte) 0).putInt(SEEKABLE_MAGIC).flip();
    }

    /**
     * Reads the table of the payload at {@code start} in the file, and holds it against the layout: a frame can neither
     * decompress to more than the manifest declares nor lie anywhere but right behind the one before.
     */
    public static SeekTable read(FileChannel file, long start, long length, PayloadLayout layout) throws IOException {
        int frames = layout.frames();
        long tableSize = size(frames);
        if (tableSize > length || tableSize > Integer.MAX_VALUE) {
            throw refused("the payload is too short for the frames that the manifest's sizes need");
        }
        ByteBuffer table = ByteBuffer.allocate((int) tableSize).order(ByteOrder.LITTLE_ENDIAN);
        FileBytes.readFully(file, table, start + length - tableSize);
        if (table.getInt() != SKIPPABLE_MAGIC || table.getInt() != tableSize - HEADER) {
            throw refused("it is not where the manifest's sizes put it");
        }
        long[] starts = new long[frames + 1];
        long largest = Zstd.compressBound(PayloadLayout.FRAME);
        for (int frame = 0; frame < frames; frame++) {
            long compressed = Integer.toUnsignedLong(table.getInt());
            long size = Integer.toUnsignedLong(table.getInt());
            if (size != layout.frameSize(frame)) {
                throw new ArchiveException(
                        ArchiveFault.SIZE_MISMATCH,
                        "The seek table gives frame %d %d bytes; the manifest's sizes give it %d"
                                .formatted(frame, size, layout.frameSize(frame)));
            }
            if (compressed == 0 || compressed > largest) {
                throw refused("frame " + frame + " can't have " + compressed + " compressed bytes");
            }
            starts[frame + 1] = starts[frame] + compressed;
        }
        if (table.getInt() != frames || table.get() != 0 || table.getInt() != SEEKABLE_MAGIC) {
            throw refused("its footer is damaged");
        }
        if (starts[frames] != length - tableSize) {
            throw refused("its frames do not fill the payload");
        }
        return new SeekTable(starts);
    }

    private static ArchiveException refused(String why) {
        return new ArchiveException(ArchiveFault.SEEK_TABLE, "The seek table is damaged: " + why);
    }
}
