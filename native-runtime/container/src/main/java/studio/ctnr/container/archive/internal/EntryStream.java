package studio.ctnr.container.archive.internal;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import studio.ctnr.container.archive.manifest.ArchiveException;
import studio.ctnr.container.archive.manifest.ArchiveFault;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.Quoted;
import studio.ctnr.container.archive.manifest.Sha256;

/** The content of one entry, for which only the frames that it lies in are decompressed. */
public final class EntryStream extends InputStream {
    private final FrameReader reader;
    private final Entry entry;
    private final MessageDigest digest = Sha256.digest();
    private final long start;
    private long position;
    private int current = -1;
    private byte[] frame;
    private boolean checked;

    /** Takes {@code reader} for itself, and closes it. */
    public EntryStream(FrameReader reader, Entry entry) throws IOException {
        this.reader = reader;
        this.entry = entry;
        byte[] header = EntryHeader.of(entry);
        this.start = entry.offset() + header.length;
        try {
            checkHeader(header);
        } catch (IOException | RuntimeException failure) {
            reader.close();
            throw failure;
        }
    }

    private void checkHeader(byte[] header) throws IOException {
        for (int from = 0; from < header.length; from += TarHeader.BLOCK) {
            load(entry.offset() + from);
            int at = (int) ((entry.offset() + from) % PayloadLayout.FRAME);
            if (!Arrays.equals(header, from, from + TarHeader.BLOCK, frame, at, at + TarHeader.BLOCK)) {
                byte[] block = Arrays.copyOfRange(header, from, from + TarHeader.BLOCK);
                throw HeaderDifference.of(entry, block, frame, at, TarHeader.BLOCK)
                        .exception();
            }
        }
    }

    private void load(long offset) throws IOException {
        int wanted = (int) (offset / PayloadLayout.FRAME);
        if (wanted != current) {
            reader.read(wanted);
            frame = reader.decompress(wanted);
            current = wanted;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws ArchiveException at the end, when the content is not the one that the manifest promises */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == entry.size()) {
            check();
            return -1;
        }
        load(start + position);
        int at = (int) ((start + position) % PayloadLayout.FRAME);
        int count = (int) Math.min(Math.min(length, entry.size() - position), PayloadLayout.FRAME - at);
        System.arraycopy(frame, at, bytes, offset, count);
        digest.update(bytes, offset, count);
        position += count;
        return count;
    }

    private void check() throws ArchiveException {
        if (!checked && !Sha256.finish(digest).equals(entry.sha256())) {
            throw new ArchiveException(
                    ArchiveFault.CONTENT_MISMATCH,
                    "The content of %s does not have the SHA-256 that the manifest gives"
                            .formatted(Quoted.of(entry.path())));
        }
        checked = true;
    }

    @Override
    public void close() {
        reader.close();
    }
}
