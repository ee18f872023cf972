package studio.ctnr.container.hive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The data of registry values as Windows stores it, to and from what it means. Strings are UTF-16LE with a zero at the
 * end; nothing forces a writer to keep to that, so reading takes what is there, and {@link #isText} and
 * {@link #isTextList} tell whether writing the text again gives the same bytes.
 */
public final class RegistryData {
    private RegistryData() {}

    /** A string and its terminating zero. */
    public static byte[] ofText(String text) {
        byte[] data = new byte[2 * text.length() + 2];
        LittleEndian.putUtf16(data, 0, text);
        return data;
    }

    /** Strings, each with its terminating zero, and one more zero (REG_MULTI_SZ). */
    public static byte[] ofTexts(List<String> texts) {
        int length = 2;
        for (String text : texts) {
            length += 2 * text.length() + 2;
        }
        byte[] data = new byte[length];
        int at = 0;
        for (String text : texts) {
            LittleEndian.putUtf16(data, at, text);
            at += 2 * text.length() + 2;
        }
        return data;
    }

    /** Four bytes, the lowest first (REG_DWORD). */
    public static byte[] ofInt(int number) {
        byte[] data = new byte[4];
        LittleEndian.putInt(data, 0, number);
        return data;
    }

    /** Eight bytes, the lowest first (REG_QWORD). */
    public static byte[] ofLong(long number) {
        byte[] data = new byte[8];
        LittleEndian.putLong(data, 0, number);
        return data;
    }

    /**
     * Bytes from hexadecimal digits, two for each; commas and white space between bytes count for nothing.
     *
     * @throws IllegalArgumentException when there is anything else
     */
    public static byte[] ofHex(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("[,\\s]+", ""));
    }

    /** The string without one terminating zero, if there is one; an odd last byte is left out. */
    public static String text(byte[] data) {
        int length = data.length & ~1;
        if (length >= 2 && data[length - 1] == 0 && data[length - 2] == 0) {
            length -= 2;
        }
        return LittleEndian.utf16(data, 0, length);
    }

    /** The strings of a list up to the empty one that ends it; empty strings inside the list are kept. */
    public static List<String> texts(byte[] data) {
        String all = text(data);
        List<String> texts = new ArrayList<>();
        int start = 0;
        while (start < all.length()) {
            int end = all.indexOf('\0', start);
            end = end < 0 ? all.length() : end;
            texts.add(all.substring(start, end));
            start = end + 1;
        }
        return texts;
    }

    /** Whether the data is one string with one zero, at its end: {@link #ofText} of {@link #text} gives it again. */
    public static boolean isText(byte[] data) {
        if (data.length < 2 || data.length % 2 != 0) {
            return false;
        }
        for (int at = 0; at < data.length; at += 2) {
            boolean zero = data[at] == 0 && data[at + 1] == 0;
            if (zero != (at == data.length - 2)) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@link #ofTexts} of {@link #texts} gives the same data again. */
    public static boolean isTextList(byte[] data) {
        return data.length % 2 == 0 && Arrays.equals(ofTexts(texts(data)), data);
    }

    /**
     * The number in four bytes, the lowest first.
     *
     * @throws IllegalArgumentException when there are not exactly four
     */
    public static int integer(byte[] data) {
        return LittleEndian.integer(withLength(data, 4), 0);
    }

    /**
     * The number in eight bytes, the lowest first.
     *
     * @throws IllegalArgumentException when there are not exactly eight
     */
    public static long longInteger(byte[] data) {
        return LittleEndian.longInteger(withLength(data, 8), 0);
    }

    private static byte[] withLength(byte[] data, int length) {
        if (data.length != length) {
            throw new IllegalArgumentException(
                    "The number has %d bytes of data instead of %d".formatted(data.length, length));
        }
        return data;
    }

    /** Lower-case hexadecimal digits, two for each byte, by commas as in .reg files. */
    public static String hex(byte[] data) {
        return HexFormat.ofDelimiter(",").formatHex(data);
    }
}
