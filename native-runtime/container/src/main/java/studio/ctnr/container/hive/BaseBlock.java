package studio.ctnr.container.hive;

import java.util.ArrayList;
import java.util.List;

/**
 * The first 4096 bytes of a hive.
 *
 * @param rootCell the root key's cell, from the start of the bins
 * @param dataSize how many bytes the bins take
 * @param minorVersion 3 to 6; big data exists from 4 on, lists with hashes from 5 on
 * @param warnings what the writer of the hive left unfinished
 * @see <a href="https://github.com/msuhanov/regf">M. Suhanov, Windows registry file format specification, "Base
 *     block"</a>
 */
record BaseBlock(int rootCell, int dataSize, int minorVersion, List<String> warnings) {
    static final int SIZE = 4096;

    private static final int SIGNATURE = 0x66676572;
    private static final int PRIMARY_SEQUENCE = 4;
    private static final int SECONDARY_SEQUENCE = 8;
    private static final int LAST_WRITTEN = 12;
    private static final int MAJOR = 20;
    private static final int MINOR = 24;
    private static final int FILE_TYPE = 28;
    private static final int FILE_FORMAT = 32;
    private static final int ROOT_CELL = 36;
    private static final int DATA_SIZE = 40;
    private static final int CLUSTERING = 44;
    private static final int CHECKSUM = 508;

    static BaseBlock read(byte[] file, String source) throws HiveFormatException {
        if (file.length < SIZE) {
            throw new HiveFormatException(
                    source, file.length, "expected a base block of 4096 bytes, and the file ends here");
        }
        expect(file, source, 0, SIGNATURE, "the signature \"regf\"");
        expect(file, source, FILE_TYPE, 0, "file type 0, a primary file (others are transaction logs)");
        expect(file, source, FILE_FORMAT, 1, "file format 1");
        expect(file, source, MAJOR, 1, "major version 1");
        int minor = LittleEndian.integer(file, MINOR);
        if (minor < 3 || minor > 6) {
            throw new HiveFormatException(source, MINOR, "expected version 1.3 to 1.6, found 1." + minor);
        }
        int size = LittleEndian.integer(file, DATA_SIZE);
        if (size <= 0 || size % SIZE != 0 || size > file.length - SIZE) {
            throw new HiveFormatException(
                    source,
                    DATA_SIZE,
                    "the bins are said to take %d bytes; after the base block the file has %d"
                            .formatted(Integer.toUnsignedLong(size), file.length - SIZE));
        }
        return new BaseBlock(LittleEndian.integer(file, ROOT_CELL), size, minor, warnings(file, source));
    }

    private static void expect(byte[] file, String source, int at, int expected, String what)
            throws HiveFormatException {
        int found = LittleEndian.integer(file, at);
        if (found != expected) {
            throw new HiveFormatException(source, at, "expected %s, found 0x%08x".formatted(what, found));
        }
    }

    private static List<String> warnings(byte[] file, String source) {
        List<String> warnings = new ArrayList<>();
        int primary = LittleEndian.integer(file, PRIMARY_SEQUENCE);
        int secondary = LittleEndian.integer(file, SECONDARY_SEQUENCE);
        if (primary != secondary) {
            warnings.add(("%s was not closed cleanly (sequence numbers %d and %d). What is only in its log files "
                            + "(.LOG, .LOG1, .LOG2) is not read: let Windows load and unload it once to have that.")
                    .formatted(source, Integer.toUnsignedLong(primary), Integer.toUnsignedLong(secondary)));
        }
        int expected = checksum(file);
        int found = LittleEndian.integer(file, CHECKSUM);
        if (found != expected) {
            warnings.add(
                    "%s has a wrong checksum in its base block (0x%08x instead of 0x%08x): its last write was cut short."
                            .formatted(source, found, expected));
        }
        return List.copyOf(warnings);
    }

    /** Fills the base block of {@code file}, a clean hive of version 1.5 whose root is in the first cell. */
    static void write(byte[] file, int rootCell, int dataSize, long ticks) {
        LittleEndian.putInt(file, 0, SIGNATURE);
        LittleEndian.putInt(file, PRIMARY_SEQUENCE, 1);
        LittleEndian.putInt(file, SECONDARY_SEQUENCE, 1);
        LittleEndian.putLong(file, LAST_WRITTEN, ticks);
        LittleEndian.putInt(file, MAJOR, 1);
        LittleEndian.putInt(file, MINOR, 5);
        LittleEndian.putInt(file, FILE_FORMAT, 1);
        LittleEndian.putInt(file, ROOT_CELL, rootCell);
        LittleEndian.putInt(file, DATA_SIZE, dataSize);
        LittleEndian.putInt(file, CLUSTERING, 1);
        LittleEndian.putInt(file, CHECKSUM, checksum(file));
    }

    private static int checksum(byte[] file) {
        int sum = 0;
        for (int at = 0; at < CHECKSUM; at += 4) {
            sum ^= LittleEndian.integer(file, at);
        }
        return sum == 0 ? 1 : sum == -1 ? -2 : sum;
    }
}
