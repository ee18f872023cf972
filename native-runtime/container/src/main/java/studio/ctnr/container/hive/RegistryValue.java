package studio.ctnr.container.hive;

import java.util.Arrays;
import java.util.List;

/**
 * One value of a registry key.
 *
 * @param name the name; empty for the key's default value
 * @param type the type's number as Windows stores it, known or not (see {@link ValueType})
 * @param data the bytes as Windows stores them: strings in UTF-16LE with their terminating zero, numbers little-endian
 *     unless the type says otherwise; the array is not copied and must not be written to
 */
public record RegistryValue(String name, int type, byte[] data) {

    /** A string (REG_SZ). */
    public static RegistryValue text(String name, String text) {
        return of(name, ValueType.REG_SZ, RegistryData.ofText(text));
    }

    /** A string with environment variables in it (REG_EXPAND_SZ). */
    public static RegistryValue expandable(String name, String text) {
        return of(name, ValueType.REG_EXPAND_SZ, RegistryData.ofText(text));
    }

    /** A list of strings (REG_MULTI_SZ). */
    public static RegistryValue texts(String name, List<String> texts) {
        return of(name, ValueType.REG_MULTI_SZ, RegistryData.ofTexts(texts));
    }

    /** A number of four bytes (REG_DWORD). */
    public static RegistryValue dword(String name, int number) {
        return of(name, ValueType.REG_DWORD, RegistryData.ofInt(number));
    }

    /** A number of eight bytes (REG_QWORD). */
    public static RegistryValue qword(String name, long number) {
        return of(name, ValueType.REG_QWORD, RegistryData.ofLong(number));
    }

    /** Bytes (REG_BINARY). */
    public static RegistryValue binary(String name, byte[] data) {
        return of(name, ValueType.REG_BINARY, data);
    }

    private static RegistryValue of(String name, ValueType type, byte[] data) {
        return new RegistryValue(name, type.number(), data);
    }

    /** Whether the type says that the data is one string: REG_SZ, REG_EXPAND_SZ or REG_LINK. */
    public boolean holdsText() {
        return type == ValueType.REG_SZ.number()
                || type == ValueType.REG_EXPAND_SZ.number()
                || type == ValueType.REG_LINK.number();
    }

    /** Whether type and data agree; the names may differ. */
    public boolean sameContent(RegistryValue other) {
        return type == other.type && Arrays.equals(data, other.data);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegistryValue value && name.equals(value.name) && sameContent(value);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + type) + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return "%s = %s (%d bytes)".formatted(name.isEmpty() ? "@" : name, ValueType.nameOf(type), data.length);
    }
}
