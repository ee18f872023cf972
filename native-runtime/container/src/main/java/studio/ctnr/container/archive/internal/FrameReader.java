package studio.ctnr.container.archive.internal;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import studio.ctnr.container.archive.manifest.ArchiveException;
import studio.ctnr.container.archive.manifest.ArchiveFault;

/**
 * Reads frames, one at a time, into a buffer that is used again and that no frame can overflow, whatever it claims. One
 * thread uses it.
 */
public final class FrameReader implements AutoCloseable {
    private final FileChannel file;
    private final long payloadAt;
    private final PayloadLayout layout;
    private final SeekTable table;
    private final byte[] packed;
    private final byte[] frame;
    private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();
    private int packedLength;

    public FrameReader(FileChannel file, long payloadAt, PayloadLayout layout, SeekTable table) {
        this.file = file;
        this.payloadAt = payloadAt;
        this.layout = layout;
        this.table = table;
        int largest = layout.frameSize(0);
        this.frame = new byte[largest];
        this.packed = new byte[table.longest()];
    }

    /** Reads the compressed bytes of a frame. */
    void read(int index) throws IOException {
        packedLength = table.length(index);
        FileBytes.readFully(file, ByteBuffer.wrap(packed, 0, packedLength), payloadAt + table.start(index));
    }

    /** Lets {@code digest} see the compressed bytes. */
    void digest(MessageDigest digest) {
        digest.update(packed, 0, packedLength);
    }

    /**
     * Decompresses the frame that was read.
     *
     * @return the buffer, which holds it until the next one is decompressed
     * @throws ArchiveException when it is damaged, or is not of the size that the manifest implies
     */
    byte[] decompress(int index) throws ArchiveException {
        int size = layout.frameSize(index);
        int got;
        try {
            got = zstd.decompressByteArray(frame, 0, size, packed, 0, packedLength);
        } catch (ZstdException damaged) {
            throw damaged(index, damaged.getMessage(), damaged);
        }
        if (got != size) {
            throw damaged(index, "it gives " + got + " bytes instead of " + size, null);
        }
        return frame;
    }

    private static ArchiveException damaged(int index, String why, Exception cause) {
        return new ArchiveException(
                ArchiveFault.FRAME_DAMAGED, "Frame %d of the payload is damaged: %s".formatted(index, why), cause);
    }

    @Override
    public void close() {
        zstd.close();
    }
}
