package studio.ctnr.engine.projection.internal.bytes;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Bytes of a hostile file, read little-endian at any offset. A file is mapped, not read, so that an icon is taken from
 * a program of 2 GB without reading 2 GB; every offset and length is checked before memory is touched or allocated.
 */
public final class Bytes {
    private static final ValueLayout.OfShort U16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt U32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong U64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment segment;
    private final long origin;

    private Bytes(MemorySegment segment, long origin) {
        this.segment = segment;
        this.origin = origin;
    }

    /** The bytes of {@code file} as it is now, until {@code arena} is closed. */
    public static Bytes map(Path file, Arena arena) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new Bytes(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena), 0);
        }
    }

    public static Bytes of(byte[] bytes) {
        return new Bytes(MemorySegment.ofArray(bytes), 0);
    }

    public long size() {
        return segment.byteSize();
    }

    public int u8(long offset) throws Damaged {
        check(offset, 1);
        return segment.get(ValueLayout.JAVA_BYTE, offset) & 0xff;
    }

    public int u16(long offset) throws Damaged {
        check(offset, 2);
        return segment.get(U16, offset) & 0xffff;
    }

    public long u32(long offset) throws Damaged {
        check(offset, 4);
        return segment.get(U32, offset) & 0xffff_ffffL;
    }

    public int i32(long offset) throws Damaged {
        check(offset, 4);
        return segment.get(U32, offset);
    }

    public long i64(long offset) throws Damaged {
        check(offset, 8);
        return segment.get(U64, offset);
    }

    /** A part of these bytes, whose offsets start at 0 again. */
    public Bytes part(long offset, long length) throws Damaged {
        check(offset, length);
        return new Bytes(segment.asSlice(offset, length), origin + offset);
    }

    /** What follows {@code offset}. */
    public Bytes from(long offset) throws Damaged {
        check(offset, 0);
        return part(offset, size() - offset);
    }

    /** A copy; {@code most} is what the caller is ready to hold in memory. */
    public byte[] copy(long most) throws Damaged {
        if (size() > most) {
            throw new Damaged("%d bytes where at most %d are sensible".formatted(size(), most), origin);
        }
        return segment.toArray(ValueLayout.JAVA_BYTE);
    }

    /** UTF-16 text up to a zero or the end of these bytes; {@code most} units are read at the most. */
    public String utf16(long offset, int most) throws Damaged {
        check(offset, 0);
        StringBuilder text = new StringBuilder();
        for (long at = offset; text.length() < most && at + 2 <= size(); at += 2) {
            char unit = (char) u16(at);
            if (unit == 0) {
                break;
            }
            text.append(unit);
        }
        return text.toString();
    }

    /** Text of one byte each, up to a zero or the end of these bytes; {@code most} bytes are read at the most. */
    public String ansi(long offset, int most, Charset charset) throws Damaged {
        check(offset, 0);
        long end = offset;
        while (end < size() && end - offset < most && u8(end) != 0) {
            end++;
        }
        return new String(part(offset, end - offset).copy(most), charset);
    }

    /** Whether {@code ascii} stands at {@code offset}; false also beyond the end. */
    public boolean holds(long offset, String ascii) throws Damaged {
        if (offset < 0 || offset > size() - ascii.length()) {
            return false;
        }
        return ansi(offset, ascii.length(), StandardCharsets.US_ASCII).equals(ascii);
    }

    /** Refuses {@code length} bytes at {@code offset} where they do not all lie within. */
    private void check(long offset, long length) throws Damaged {
        if (offset < 0 || length < 0 || offset > size() - length) {
            throw new Damaged("%d bytes expected beyond the end".formatted(length), origin + offset);
        }
    }
}
