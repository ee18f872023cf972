package studio.ctnr.engine.sandbox.windows.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Pages and records of a journal, field by field as Microsoft's pages of USN_RECORD_V2 and _V3 list them. */
final class RecordBytes {
    private RecordBytes() {}

    static ByteBuffer page(long next, List<byte[]> records) {
        int length = records.stream().mapToInt(record -> record.length).sum();
        ByteBuffer page = ByteBuffer.allocate(8 + length).order(ByteOrder.LITTLE_ENDIAN);
        page.putLong(next);
        records.forEach(page::put);
        return page.flip();
    }

    static byte[] version2(long file, long parent, int reason, int attributes, String name) {
        ByteBuffer record = start(60, 2, name);
        record.putLong(file).putLong(parent);
        return rest(record, 60, reason, attributes, name);
    }

    static byte[] version3(FileId file, FileId parent, int reason, int attributes, String name) {
        ByteBuffer record = start(76, 3, name);
        record.putLong(file.low()).putLong(file.high());
        record.putLong(parent.low()).putLong(parent.high());
        return rest(record, 76, reason, attributes, name);
    }

    /** A record of version 4 with one extent. */
    static byte[] version4() {
        return ByteBuffer.allocate(80)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(80)
                .putShort((short) 4)
                .putShort((short) 0)
                .array();
    }

    private static ByteBuffer start(int fixed, int version, String name) {
        int length = (fixed + 2 * name.length() + 7) / 8 * 8;
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length) // RecordLength
                .putShort((short) version) // MajorVersion
                .putShort((short) 0); // MinorVersion
    }

    private static byte[] rest(ByteBuffer record, int fixed, int reason, int attributes, String name) {
        return record.putLong(0x1122_3344_5566_7788L) // Usn
                .putLong(132_250_825_221_234_567L) // TimeStamp
                .putInt(reason) // Reason
                .putInt(0x0E0E_0E0E) // SourceInfo
                .putInt(0x0F0F_0F0F) // SecurityId
                .putInt(attributes) // FileAttributes
                .putShort((short) (2 * name.length())) // FileNameLength
                .putShort((short) fixed) // FileNameOffset
                .put(name.getBytes(StandardCharsets.UTF_16LE))
                .array();
    }
}
