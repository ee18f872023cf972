package studio.ctnr.engine.sandbox.windows.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A file reference number: what a drive calls a file or folder wherever it is moved to. A number that is used again has
 * another sequence in it, so that it never means two files.
 *
 * @param low the first eight bytes; all that NTFS has
 * @param high the last eight of ReFS
 */
record FileId(long low, long high) {
    private static final int SIZE = 24;
    private static final int FILE_ID = 0;
    private static final int EXTENDED_FILE_ID = 2;

    /**
     * As OpenFileById takes it.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/api/winbase/ns-winbase-file_id_descriptor">
     *     FILE_ID_DESCRIPTOR</a>
     */
    byte[] descriptor() {
        return ByteBuffer.allocate(SIZE)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(SIZE)
                .putInt(high == 0 ? FILE_ID : EXTENDED_FILE_ID)
                .putLong(low)
                .putLong(high)
                .array();
    }
}
