package studio.ctnr.container.hive;

import java.io.IOException;
import java.util.Arrays;

/** The bins of a hive that is being written: gives out cells one after another, and grows. */
final class CellSpace {
    private static final int PAGE = 4096;
    private static final int BIN_SIGNATURE = 0x6e696268;
    private static final int BIN_HEADER = 32;
    private static final int LARGEST = Integer.MAX_VALUE - PAGE;

    byte[] bytes;
    private int next = PAGE;
    private int binEnd = PAGE;

    CellSpace(int expected) {
        bytes = new byte[Math.max(2 * PAGE, Math.min(expected, LARGEST))];
    }

    /**
     * Gives out a cell in use, filled with zeros.
     *
     * @param length bytes of data
     * @return where its data begins; {@link #reference} makes of that what other cells refer to it with
     */
    int allocate(int length) throws IOException {
        long size = (length + 4L + 7) & ~7L;
        if (size > binEnd - next) {
            closeBin();
            openBin(size);
        }
        int cell = next;
        LittleEndian.putInt(bytes, cell, (int) -size);
        next += (int) size;
        return cell + 4;
    }

    static int reference(int data) {
        return data - 4 - PAGE;
    }

    private void closeBin() {
        if (next < binEnd) {
            LittleEndian.putInt(bytes, next, binEnd - next);
        }
        next = binEnd;
    }

    private void openBin(long cell) throws IOException {
        long size = (BIN_HEADER + cell + PAGE - 1) / PAGE * PAGE;
        long end = binEnd + size;
        if (end > LARGEST) {
            throw new IOException("The registry keys don't fit into one hive: it would be larger than 2 GB");
        }
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST, Math.max(end, bytes.length + bytes.length / 2L)));
        }
        int bin = binEnd;
        LittleEndian.putInt(bytes, bin, BIN_SIGNATURE);
        LittleEndian.putInt(bytes, bin + 4, bin - PAGE);
        LittleEndian.putInt(bytes, bin + 8, (int) size);
        next = bin + BIN_HEADER;
        binEnd = (int) end;
    }

    /** Completes the bins and the base block; {@link #bytes} is then the hive, up to the returned length. */
    int finish(int rootData, long ticks) {
        closeBin();
        LittleEndian.putLong(bytes, PAGE + 20, ticks);
        BaseBlock.write(bytes, reference(rootData), binEnd - PAGE, ticks);
        return binEnd;
    }
}
