package studio.ctnr.engine.change;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import studio.ctnr.container.hive.RegistryData;
import studio.ctnr.container.hive.ValueType;

/** A registry value's data in the form that a person reads, where that form gives back the very bytes. */
public sealed interface ValueForm {
    /** A string that was stored with one terminating zero. */
    record Text(String text) implements ValueForm {}

    /** Strings, each with its terminating zero, and one more zero at the end. */
    record Texts(List<String> texts) implements ValueForm {
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    /** Unsigned; little-endian in 4 or 8 bytes. */
    record Number(long number) implements ValueForm {}

    /** Anything else, strings that are stored in an unusual way included; not copied. */
    record Bytes(byte[] bytes) implements ValueForm {}

    /** The readable form of {@code data}; {@link Bytes} when another would not give back the same. */
    static ValueForm of(int type, byte[] data) {
        ValueForm form = readable(type, data);
        return Arrays.equals(form.bytes(type), data) ? form : new Bytes(data);
    }

    /**
     * The bytes as Windows stores them.
     *
     * @param type of the value
     * @throws IllegalArgumentException when a value of this type has no such form
     */
    default byte[] bytes(int type) {
        return switch (this) {
            case Text(String text) -> RegistryData.ofText(text);
            case Texts(List<String> texts) -> RegistryData.ofTexts(texts);
            case Number(long number) when type == ValueType.REG_QWORD.number() -> RegistryData.ofLong(number);
            case Number(long number)
            when type == ValueType.REG_DWORD.number() && number >>> 32 == 0 -> RegistryData.ofInt((int) number);
            case Number(long number) ->
                throw new IllegalArgumentException(
                        "%s can't hold %s".formatted(typeName(type), Long.toUnsignedString(number)));
            case Bytes(byte[] bytes) -> bytes;
        };
    }

    /** The data as one line: strings with {@code ; } between them, numbers in decimal, bytes in hexadecimal. */
    default String line() {
        return switch (this) {
            case Text(String text) -> text;
            case Texts(List<String> texts) -> String.join("; ", texts);
            case Number(long number) -> Long.toUnsignedString(number);
            case Bytes(byte[] bytes) -> HexFormat.of().formatHex(bytes);
        };
    }

    /** {@code REG_SZ} and the like; {@code hex(n)} for a type that has no name. */
    static String typeName(int type) {
        return ValueType.nameOf(type);
    }

    /**
     * Reads what {@link #typeName} writes.
     *
     * @throws IllegalArgumentException when it is no such name
     */
    static int typeNumber(String name) {
        if (name.startsWith("hex(") && name.endsWith(")")) {
            return Integer.parseUnsignedInt(name.substring(4, name.length() - 1), 16);
        }
        try {
            return ValueType.valueOf(name).number();
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(name + " is no registry type", unknown);
        }
    }

    private static ValueForm readable(int type, byte[] data) {
        ValueType known = type >= 0 && type < ValueType.values().length ? ValueType.values()[type] : ValueType.REG_NONE;
        return switch (known) {
            case REG_SZ, REG_EXPAND_SZ ->
                RegistryData.isText(data) ? new Text(RegistryData.text(data)) : new Bytes(data);
            case REG_MULTI_SZ -> new Texts(RegistryData.texts(data));
            case REG_DWORD ->
                data.length == 4 ? new Number(Integer.toUnsignedLong(RegistryData.integer(data))) : new Bytes(data);
            case REG_QWORD -> data.length == 8 ? new Number(RegistryData.longInteger(data)) : new Bytes(data);
            default -> new Bytes(data);
        };
    }
}
