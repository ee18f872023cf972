package studio.ctnr.engine.sandbox.windows.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * What one reading of the journal gives: the number to go on from (eight bytes), then records of versions 2 and 3, each
 * as long as its first four bytes say. A record of version 4 says which bytes of a file changed; the others say that it
 * did.
 *
 * @param next the USN at which the next page begins
 * @see <a href="https://learn.microsoft.com/windows/win32/fileio/walking-a-buffer-of-change-journal-records">Walking a
 *     buffer of change journal records</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winioctl/ns-winioctl-usn_record_v2">USN_RECORD_V2</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winioctl/ns-winioctl-usn_record_v3">USN_RECORD_V3</a>
 */
record JournalPage(long next, List<JournalRecord> records) {
    private static final int COMMON_HEADER = 8;
    private static final int FOLDER = 0x10;

    /** @throws IOException when the bytes are no page: with the offset of the record that is damaged */
    static JournalPage read(ByteBuffer bytes) throws IOException {
        ByteBuffer page = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (page.limit() < Long.BYTES) {
            throw new IOException("The journal gave %d bytes, which are no page of it".formatted(page.limit()));
        }
        List<JournalRecord> records = new ArrayList<>();
        for (int at = Long.BYTES; at < page.limit(); ) {
            at += readRecord(page, at, records);
        }
        return new JournalPage(page.getLong(0), List.copyOf(records));
    }

    private static int readRecord(ByteBuffer page, int at, List<JournalRecord> records) throws IOException {
        int left = page.limit() - at;
        int length = left < COMMON_HEADER ? 0 : page.getInt(at);
        if (length < COMMON_HEADER || length > left) {
            throw damaged(at, "its length is %d, and %d bytes are left".formatted(length, left));
        }
        int version = Short.toUnsignedInt(page.getShort(at + 4));
        switch (version) {
            case 2 -> records.add(readFields(page, at, length, Long.BYTES));
            case 3 -> records.add(readFields(page, at, length, 2 * Long.BYTES));
            case 4 -> {}
            default -> throw damaged(at, "version %d is not known here; 2, 3 and 4 are".formatted(version));
        }
        return length;
    }

    /** @param id how long a file reference number is, in bytes; the versions differ in nothing else */
    private static JournalRecord readFields(ByteBuffer page, int at, int length, int id) throws IOException {
        int fixed = COMMON_HEADER + 2 * id + 36;
        if (length < fixed) {
            throw damaged(at, "its length is %d, and its fields take %d".formatted(length, fixed));
        }
        int reason = at + COMMON_HEADER + 2 * id + 16;
        int attributes = page.getInt(reason + 12);
        int nameLength = Short.toUnsignedInt(page.getShort(reason + 16));
        int nameOffset = Short.toUnsignedInt(page.getShort(reason + 18));
        if (nameLength % 2 != 0 || nameLength > 0 && (nameOffset < fixed || nameOffset + nameLength > length)) {
            throw damaged(at, "a name of %d bytes at %d is not in it".formatted(nameLength, nameOffset));
        }
        return new JournalRecord(
                id(page, at + COMMON_HEADER, id),
                id(page, at + COMMON_HEADER + id, id),
                name(page, at + nameOffset, nameLength),
                page.getInt(reason),
                (attributes & FOLDER) != 0);
    }

    private static FileId id(ByteBuffer page, int at, int length) {
        return new FileId(page.getLong(at), length == Long.BYTES ? 0 : page.getLong(at + Long.BYTES));
    }

    /** Unit by unit: a name may hold surrogates without their partner, which no charset keeps. */
    private static String name(ByteBuffer page, int at, int length) {
        char[] units = new char[length / 2];
        for (int i = 0; i < units.length; i++) {
            units[i] = page.getChar(at + 2 * i);
        }
        return new String(units);
    }

    private static IOException damaged(int at, String why) {
        return new IOException("The journal's record at byte %d is damaged: %s".formatted(at, why));
    }
}
