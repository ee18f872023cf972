package studio.ctnr.engine.inspect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.bytes.Damaged;

/**
 * The streams of an OLE compound file, which is what a Windows Installer package is. Chains are followed no further than
 * the file has sectors, so one that leads into itself ends.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb">MS-CFB</a>
 */
final class CompoundFile {
    private static final long SIGNATURE = 0xe11ab1a1e011cfd0L;
    private static final long LAST_SECTOR = 0xffff_fffaL;
    private static final int HEADER_FATS = 109;
    private static final int ENTRY = 128;
    private static final int STREAM = 2;
    private static final int ROOT = 5;
    private static final int ENTRIES_AT_MOST = 100_000;

    private final Bytes file;
    private final long sectorSize;
    private final long smallSize;
    private final long cutoff;
    private final long[] fat;
    private final long[] smallFat;
    private final Map<String, Entry> streams = new LinkedHashMap<>();
    private byte[] smallStream = {};

    /** Where a stream begins, and how long it is. */
    private record Entry(long start, long size) {}

    private CompoundFile(Bytes file) throws IOException {
        this.file = file;
        if (file.i64(0) != SIGNATURE) {
            throw new Damaged("Not a compound file", 0);
        }
        sectorSize = 1L << Math.clamp(file.u16(30), 7, 16);
        smallSize = 1L << Math.clamp(file.u16(32), 4, 12);
        cutoff = file.u32(56);
        fat = fat();
        smallFat = numbers(read(file.u32(60), Long.MAX_VALUE));
        entries(read(file.u32(48), Long.MAX_VALUE));
    }

    static CompoundFile read(Bytes file) throws IOException {
        return new CompoundFile(file);
    }

    /** The bytes of a stream, by the name that the directory has for it. */
    Optional<Bytes> stream(String name) throws IOException {
        Entry entry = streams.get(name);
        if (entry == null) {
            return Optional.empty();
        }
        return Optional.of(Bytes.of(entry.size < cutoff ? small(entry) : read(entry.start, entry.size)));
    }

    private long[] fat() throws IOException {
        List<Long> sectors = new ArrayList<>();
        for (int i = 0; i < HEADER_FATS; i++) {
            sectors.add(file.u32(76 + 4L * i));
        }
        long next = file.u32(68);
        for (long left = file.u32(72); left > 0 && next < LAST_SECTOR && sectors.size() < most(); left--) {
            Bytes sector = sector(next);
            for (long at = 0; at < sectorSize - 4; at += 4) {
                sectors.add(sector.u32(at));
            }
            next = sector.u32(sectorSize - 4);
        }
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        for (long number : sectors) {
            if (number < LAST_SECTOR) {
                table.writeBytes(sector(number).copy(sectorSize));
            }
        }
        return numbers(table.toByteArray());
    }

    private long most() {
        return file.size() / sectorSize + 1;
    }

    private Bytes sector(long number) throws IOException {
        long offset = (number + 1) * sectorSize;
        return file.part(offset, Math.min(sectorSize, Math.max(0, file.size() - offset)));
    }

    private static long[] numbers(byte[] table) throws IOException {
        Bytes bytes = Bytes.of(table);
        long[] numbers = new long[table.length / 4];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = bytes.u32(4L * i);
        }
        return numbers;
    }

    private byte[] read(long start, long size) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        long left = size;
        long round = 0;
        for (long at = start; at < LAST_SECTOR && left > 0 && round < most(); round++) {
            byte[] bytes = sector(at).copy(sectorSize);
            int wanted = (int) Math.min(left, bytes.length);
            read.write(bytes, 0, wanted);
            left -= wanted;
            at = at < fat.length ? fat[(int) at] : LAST_SECTOR;
        }
        return read.toByteArray();
    }

    private byte[] small(Entry entry) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        Bytes all = Bytes.of(smallStream);
        long left = entry.size;
        for (long at = entry.start; at < smallFat.length && left > 0 && read.size() <= entry.size; ) {
            long wanted = Math.min(left, smallSize);
            read.writeBytes(all.part(at * smallSize, wanted).copy(smallSize));
            left -= wanted;
            at = smallFat[(int) at];
        }
        return read.toByteArray();
    }

    private void entries(byte[] directory) throws IOException {
        Bytes bytes = Bytes.of(directory);
        int count = Math.min(directory.length / ENTRY, ENTRIES_AT_MOST);
        for (int i = 0; i < count; i++) {
            Bytes entry = bytes.part((long) i * ENTRY, ENTRY);
            int type = entry.u8(66);
            Entry found = new Entry(entry.u32(116), entry.u32(120));
            if (type == ROOT) {
                smallStream = read(found.start, found.size);
            } else if (type == STREAM) {
                streams.putIfAbsent(entry.utf16(0, 32), found);
            }
        }
    }
}
