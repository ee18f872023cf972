package studio.ctnr.container.hive;

/**
 * The cells of a hive that is being read. All bins and cells are walked first, so that a reference counts only when a
 * cell in use really begins there; and each cell may be referred to once, as in every hive that Windows takes for sound.
 * That rules cycles out, and bounds what a hostile file can make of its bytes.
 */
final class Cells {
    static final int NONE = -1;
    private static final int BIN_SIGNATURE = 0x6e696268;
    private static final int BIN_HEADER = 32;

    final byte[] bytes;
    final String source;
    private final int end;
    private final long[] starts;
    private final long[] claimed;

    Cells(byte[] file, int dataSize, String source) throws HiveFormatException {
        this.bytes = file;
        this.source = source;
        this.end = BaseBlock.SIZE + dataSize;
        this.starts = new long[dataSize / 512];
        this.claimed = new long[dataSize / 512];
        walkBins();
    }

    private void walkBins() throws HiveFormatException {
        int bin = BaseBlock.SIZE;
        while (bin < end) {
            if (integer(bin) != BIN_SIGNATURE) {
                throw damaged(bin, "expected a bin (\"hbin\"), found 0x%08x".formatted(integer(bin)));
            }
            if (integer(bin + 4) != bin - BaseBlock.SIZE) {
                throw damaged(
                        bin + 4,
                        "the bin at offset 0x%x says that it is at 0x%x"
                                .formatted(bin - BaseBlock.SIZE, integer(bin + 4)));
            }
            int size = integer(bin + 8);
            if (size <= 0 || size % BaseBlock.SIZE != 0 || size > end - bin) {
                throw damaged(
                        bin + 8,
                        "a bin's size is a multiple of 4096 and at most %d here, found %d".formatted(end - bin, size));
            }
            walkCells(bin + BIN_HEADER, bin + size);
            bin += size;
        }
    }

    private void walkCells(int from, int to) throws HiveFormatException {
        int at = from;
        while (at < to) {
            int size = integer(at);
            int length = Math.abs(size);
            if (length < 8 || length % 8 != 0 || length > to - at) {
                throw damaged(
                        at, "a cell's size is a multiple of 8, from 8 to %d here, found %d".formatted(to - at, length));
            }
            if (size < 0) {
                int unit = (at - BaseBlock.SIZE) >>> 3;
                starts[unit >>> 6] |= 1L << unit;
            }
            at += length;
        }
    }

    /**
     * Follows a reference and takes the cell, which nothing else may then refer to.
     *
     * @param field where in the file the reference stands
     * @param what the cell should hold
     * @param least how many bytes of data it needs
     * @return where the cell's data begins
     */
    int claim(int field, String what, int least) throws HiveFormatException {
        return claim(integer(field), field, what, least);
    }

    int claim(int reference, int field, String what, int least) throws HiveFormatException {
        int data = follow(reference, field, what, least);
        int unit = reference >>> 3;
        long bit = 1L << unit;
        if ((claimed[unit >>> 6] & bit) != 0) {
            throw damaged(
                    field,
                    "expected %s of its own, found a reference to the cell at 0x%x, which is already in use"
                            .formatted(what, reference));
        }
        claimed[unit >>> 6] |= bit;
        return data;
    }

    /** Like {@link #claim}, for a cell that many may share. */
    int follow(int reference, int field, String what, int least) throws HiveFormatException {
        int unit = reference >>> 3;
        if (reference < 0
                || reference % 8 != 0
                || reference >= end - BaseBlock.SIZE
                || (starts[unit >>> 6] & 1L << unit) == 0) {
            throw damaged(
                    field,
                    "expected a reference to %s, found 0x%x, where no cell in use begins".formatted(what, reference));
        }
        int data = BaseBlock.SIZE + reference + 4;
        if (capacity(data) < least) {
            throw damaged(data - 4, "expected %s, found a cell of %d bytes".formatted(what, capacity(data)));
        }
        return data;
    }

    /** How many bytes of data the cell at {@code data} has room for. */
    int capacity(int data) {
        return -integer(data - 4) - 4;
    }

    int integer(int at) {
        return LittleEndian.integer(bytes, at);
    }

    int unsignedShort(int at) {
        return LittleEndian.unsignedShort(bytes, at);
    }

    void expectSignature(int data, String signature, String what) throws HiveFormatException {
        if (!hasSignature(data, signature)) {
            throw damaged(data, "expected %s (\"%s\"), found 0x%04x".formatted(what, signature, unsignedShort(data)));
        }
    }

    boolean hasSignature(int data, String signature) {
        return bytes[data] == signature.charAt(0) && bytes[data + 1] == signature.charAt(1);
    }

    HiveFormatException damaged(int at, String problem) {
        return new HiveFormatException(source, at, problem);
    }
}
