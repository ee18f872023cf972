package studio.ctnr.container.archive.internal;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.manifest.Sha256;

/**
 * Writes the payload, reading every file once: each thread reads the files of a frame, hashes them, compresses the frame
 * and writes it when its turn has come.
 */
public final class PayloadWriter {
    /** log2 of {@link PayloadLayout#FRAME}: whatever the level, a match may lie anywhere in the frame. */
    private static final int WINDOW_LOG = 23;

    private final PayloadLayout layout;
    private final SourceTree source;
    private final FileChannel target;
    private final Progress progress;
    private final Sha256[] hashes;
    private final int[] lengths;
    private final MessageDigest payload = Sha256.digest();
    private final SpanningDigest spanning = new SpanningDigest();
    private final Turnstile hashing = new Turnstile();
    private final Turnstile writing = new Turnstile();
    private final int level;
    private long end;

    /**
     * @param start where in {@code target} the payload begins
     * @param level of zstd, 1 to 22
     */
    public PayloadWriter(
            PayloadLayout layout, SourceTree source, FileChannel target, long start, int level, Progress progress) {
        this.layout = layout;
        this.source = source;
        this.target = target;
        this.level = level;
        this.progress = progress;
        this.end = start;
        this.hashes = new Sha256[layout.entries().size()];
        this.lengths = new int[layout.frames()];
    }

    /** Returns where in the file the payload ends. */
    public long write(int threads) throws IOException {
        FramePass.run(threads, layout.frames(), List.of(hashing, writing), Worker::new);
        ByteBuffer table = SeekTable.write(lengths, layout);
        payload.update(table.duplicate());
        int size = table.remaining();
        FileBytes.writeFully(target, table, end);
        end += size;
        return end;
    }

    /** The SHA-256 of the payload's bytes, once all is written. */
    public Sha256 payloadSha256() {
        return Sha256.finish(payload);
    }

    /** The SHA-256 of each entry, by index; null for those without content. */
    public Sha256 sha256(int entry) {
        return hashes[entry];
    }

    private final class Worker implements FramePass.Worker, FrameVisitor {
        private final byte[] frame = new byte[layout.frameSize(0)];
        private final byte[] packed = new byte[(int) Zstd.compressBound(layout.frameSize(0))];
        private final MessageDigest digest = Sha256.digest();
        private final List<Piece> parts = new ArrayList<>();
        private final ZstdCompressCtx zstd =
                new ZstdCompressCtx().setLevel(level).setWindowLog(WINDOW_LOG).setChecksum(true);

        @Override
        public void work(int index) throws IOException {
            parts.clear();
            layout.visit(index, this);
            hashing.pass(index, () -> parts.forEach(piece -> hashes[piece.index()] = spanning.add(piece, frame)));
            int length = zstd.compressByteArray(packed, 0, packed.length, frame, 0, layout.frameSize(index));
            writing.pass(index, () -> write(index, length));
        }

        private void write(int index, int length) throws IOException {
            payload.update(packed, 0, length);
            FileBytes.writeFully(target, ByteBuffer.wrap(packed, 0, length), end);
            end += length;
            lengths[index] = length;
            progress.at("packing", (long) index * PayloadLayout.FRAME + layout.frameSize(index), layout.size());
        }

        @Override
        public void header(int entry, byte[] header, int from, int at, int length) {
            System.arraycopy(header, from, frame, at, length);
        }

        @Override
        public void content(Piece piece) throws IOException {
            if (!piece.entry().kind().hasContent()) {
                return;
            }
            source.read(piece, frame);
            if (piece.isWhole()) {
                digest.update(frame, piece.at(), piece.length());
                hashes[piece.index()] = Sha256.finish(digest);
            } else {
                parts.add(piece);
            }
        }

        @Override
        public void zeros(int at, int length) {
            Arrays.fill(frame, at, at + length, (byte) 0);
        }

        @Override
        public void close() {
            zstd.close();
        }
    }
}
