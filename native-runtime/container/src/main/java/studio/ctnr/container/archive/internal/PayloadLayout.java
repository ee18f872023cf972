package studio.ctnr.container.archive.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import studio.ctnr.container.archive.manifest.ArchiveException;
import studio.ctnr.container.archive.manifest.ArchiveFault;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.Quoted;

/**
 * Where everything lies in the uncompressed payload: for each entry its headers, its content and the zeros that fill the
 * last block, and two blocks of zeros at the end. It follows from the entries alone, so writer and reader share it.
 */
public final class PayloadLayout {
    /** The payload is cut into frames of this many bytes, whatever lies at the cut; the last one may be shorter. */
    public static final int FRAME = 8 << 20;

    /** The largest payload in bytes, 128 TiB: what is beyond is a lie, and would overflow. */
    private static final long LARGEST = (long) FRAME << 24;

    private static final int END = 2 * TarHeader.BLOCK;

    private final List<Entry> entries;
    private final long size;

    private PayloadLayout(List<Entry> entries, long size) {
        this.entries = entries;
        this.size = size;
    }

    /** Gives each of {@code entries} its place, whatever offset it had. */
    public static PayloadLayout of(List<Entry> entries) {
        List<Entry> placed = new ArrayList<>(entries.size());
        long offset = 0;
        for (Entry entry : entries) {
            placed.add(entry.withOffset(offset));
            offset = end(entry, offset);
        }
        return new PayloadLayout(List.copyOf(placed), offset + END);
    }

    /** Takes the places that a manifest gives, and refuses all but those that {@link #of} would give. */
    public static PayloadLayout declared(List<Entry> entries, long size) throws ArchiveException {
        long offset = 0;
        for (Entry entry : entries) {
            if (entry.offset() != offset) {
                throw new ArchiveException(
                        ArchiveFault.SIZE_MISMATCH,
                        "The manifest puts %s at %d in the payload; the sizes before it put it at %d"
                                .formatted(Quoted.of(entry.path()), entry.offset(), offset));
            }
            offset = end(entry, offset);
            if (offset < 0 || offset > LARGEST || entry.size() > LARGEST) {
                throw new ArchiveException(
                        ArchiveFault.SIZE_MISMATCH,
                        "The size of %s is beyond what any disk holds".formatted(Quoted.of(entry.path())));
            }
        }
        if (offset + END != size) {
            throw new ArchiveException(
                    ArchiveFault.SIZE_MISMATCH,
                    "The manifest says that the payload has %d bytes; its entries make %d"
                            .formatted(size, offset + END));
        }
        return new PayloadLayout(entries, size);
    }

    private static long end(Entry entry, long offset) {
        return offset + EntryHeader.length(entry) + TarHeader.roundUp(entry.size());
    }

    public List<Entry> entries() {
        return entries;
    }

    /** In bytes, uncompressed. */
    public long size() {
        return size;
    }

    public int frames() {
        return Math.toIntExact((size + FRAME - 1) / FRAME);
    }

    /** The uncompressed size of a frame, in bytes. */
    public int frameSize(int frame) {
        return (int) Math.min(FRAME, size - (long) frame * FRAME);
    }

    /** Tells {@code visitor} what makes up a frame, from its first byte to its last. */
    public void visit(int frame, FrameVisitor visitor) throws IOException {
        long from = (long) frame * FRAME;
        long to = from + frameSize(frame);
        int index = Math.max(0, entryAt(from));
        long at = from;
        for (; index < entries.size() && entries.get(index).offset() < to; index++) {
            at = visitEntry(index, from, to, visitor);
        }
        if (at < to) {
            visitor.zeros((int) (at - from), (int) (to - at));
        }
    }

    private long visitEntry(int index, long from, long to, FrameVisitor visitor) throws IOException {
        Entry entry = entries.get(index);
        byte[] header = EntryHeader.of(entry);
        long content = entry.offset() + header.length;
        long padding = content + entry.size();
        long end = content + TarHeader.roundUp(entry.size());
        long at = Math.max(from, entry.offset());
        if (at < content) {
            int length = (int) (Math.min(to, content) - at);
            visitor.header(index, header, (int) (at - entry.offset()), (int) (at - from), length);
            at += length;
        }
        if (entry.size() == 0 && content > from && content <= to) {
            visitor.content(new Piece(index, entry, 0, (int) (content - from), 0));
        }
        if (at < to && at < padding) {
            int length = (int) (Math.min(to, padding) - at);
            visitor.content(new Piece(index, entry, at - content, (int) (at - from), length));
            at += length;
        }
        if (at < to && at < end) {
            int length = (int) (Math.min(to, end) - at);
            visitor.zeros((int) (at - from), length);
            at += length;
        }
        return at;
    }

    /** The index of the entry that {@code offset} lies in, or of the last when it lies behind all; -1 for none. */
    private int entryAt(long offset) {
        int low = 0;
        int high = entries.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).offset() <= offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
