package studio.ctnr.container.hive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The numbers and texts of a hive in an array of bytes. Text goes unit by unit: a charset would replace the lone
 * surrogates that registry names and data may hold.
 */
final class LittleEndian {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private LittleEndian() {}

    static int unsignedShort(byte[] bytes, int at) {
        return (short) SHORT.get(bytes, at) & 0xffff;
    }

    static int integer(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    static long longInteger(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    static void putShort(byte[] bytes, int at, int value) {
        SHORT.set(bytes, at, (short) value);
    }

    static void putInt(byte[] bytes, int at, int value) {
        INT.set(bytes, at, value);
    }

    static void putLong(byte[] bytes, int at, long value) {
        LONG.set(bytes, at, value);
    }

    /** @param length in bytes; an odd last byte is left out */
    static String utf16(byte[] bytes, int at, int length) {
        char[] units = new char[length / 2];
        for (int i = 0; i < units.length; i++) {
            units[i] = (char) (short) SHORT.get(bytes, at + 2 * i);
        }
        return new String(units);
    }

    static void putUtf16(byte[] bytes, int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            SHORT.set(bytes, at + 2 * i, (short) text.charAt(i));
        }
    }

    /** A "compressed" name: one byte for each unit, with the upper byte zero. */
    static String latin(byte[] bytes, int at, int length) {
        return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
    }

    static boolean isLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xff) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("deprecation") // the method that keeps the low byte of each unit is the one that is wanted
    static void putLatin(byte[] bytes, int at, String text) {
        text.getBytes(0, text.length(), bytes, at);
    }
}
