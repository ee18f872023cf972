package studio.ctnr.container.archive.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/**
 * The headers of one tar member: a ustar block, and before it a pax extended header where ustar can't say it. There is
 * exactly one way to write them, which is part of the format: a reader makes the same bytes from the manifest and
 * compares, and so never interprets the headers of a hostile payload.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html">POSIX pax</a>
 */
final class TarHeader {
    static final int BLOCK = 512;
    static final char FILE = '0';
    static final char FOLDER = '5';

    /** What eleven octal digits can say. */
    static final long LARGEST_OCTAL = (1L << 33) - 1;

    static final int LONGEST_NAME = 100;
    static final String PAX_NAME = "PaxHeaders/ctnr";

    private TarHeader() {}

    /**
     * @param seconds since 1970; 0 when {@code pax} says it
     * @param pax the records of the extended header, without {@code path}; none for no header
     * @return a multiple of {@link #BLOCK} bytes
     */
    static byte[] of(String name, char type, long size, long seconds, SortedMap<String, String> pax) {
        byte[] path = name.getBytes(StandardCharsets.UTF_8);
        boolean plain = path.length <= LONGEST_NAME && path.length == name.length();
        if (!plain) {
            pax.put("path", name);
        }
        ByteArrayOutputStream blocks = new ByteArrayOutputStream(3 * BLOCK);
        if (!pax.isEmpty()) {
            byte[] records = records(pax);
            blocks.writeBytes(block(PAX_NAME.getBytes(StandardCharsets.US_ASCII), 'x', records.length, 0));
            blocks.writeBytes(Arrays.copyOf(records, (int) roundUp(records.length)));
        }
        long told = size > LARGEST_OCTAL ? 0 : size;
        blocks.writeBytes(block(plain ? path : ascii(name), type, told, seconds));
        return blocks.toByteArray();
    }

    /** {@code size} with the padding that fills its last block. */
    static long roundUp(long size) {
        return (size + BLOCK - 1) / BLOCK * BLOCK;
    }

    /** What an old program shows, that does not know pax. */
    private static byte[] ascii(String name) {
        byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
        return ascii.length <= LONGEST_NAME ? ascii : Arrays.copyOf(ascii, LONGEST_NAME);
    }

    private static byte[] records(SortedMap<String, String> pax) {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        for (Map.Entry<String, String> record : pax.entrySet()) {
            byte[] body = (" " + record.getKey() + "=" + record.getValue() + "\n").getBytes(StandardCharsets.UTF_8);
            int length = body.length + 1;
            while (Integer.toString(length).length() + body.length != length) {
                length++;
            }
            records.writeBytes(Integer.toString(length).getBytes(StandardCharsets.US_ASCII));
            records.writeBytes(body);
        }
        return records.toByteArray();
    }

    private static byte[] block(byte[] name, char type, long size, long seconds) {
        byte[] block = new byte[BLOCK];
        System.arraycopy(name, 0, block, 0, name.length);
        octal(block, 100, 7, type == FOLDER ? 0755 : 0644);
        octal(block, 108, 7, 0);
        octal(block, 116, 7, 0);
        octal(block, 124, 11, size);
        octal(block, 136, 11, seconds);
        Arrays.fill(block, 148, 156, (byte) ' ');
        block[156] = (byte) type;
        System.arraycopy("ustar\00000".getBytes(StandardCharsets.US_ASCII), 0, block, 257, 8);
        octal(block, 329, 7, 0);
        octal(block, 337, 7, 0);
        int sum = 0;
        for (byte b : block) {
            sum += b & 0xff;
        }
        octal(block, 148, 6, sum);
        block[154] = 0;
        return block;
    }

    private static void octal(byte[] block, int offset, int digits, long value) {
        long rest = value;
        for (int i = offset + digits - 1; i >= offset; i--) {
            block[i] = (byte) ('0' + (rest & 7));
            rest >>>= 3;
        }
    }
}
