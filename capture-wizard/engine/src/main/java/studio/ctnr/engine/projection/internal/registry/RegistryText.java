package studio.ctnr.engine.projection.internal.registry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.hive.ValueType;

/**
 * The texts and numbers in registry data. Texts are rows of UTF-16 units, zeros included, so that what is not replaced
 * stays as it was, unpaired surrogates and odd endings too.
 */
public final class RegistryText {
    private RegistryText() {}

    /** Whether the type says that the data is text. */
    public static boolean isText(RegistryValue value) {
        int type = value.type();
        return type == ValueType.REG_SZ.number()
                || type == ValueType.REG_EXPAND_SZ.number()
                || type == ValueType.REG_MULTI_SZ.number()
                || type == ValueType.REG_LINK.number();
    }

    /** The first text; empty when the type is none of texts. */
    public static Optional<String> string(RegistryValue value) {
        if (!isText(value)) {
            return Optional.empty();
        }
        String units = units(value.data());
        int zero = units.indexOf('\0');
        return Optional.of(zero < 0 ? units : units.substring(0, zero));
    }

    /** The texts of a list, those that are not empty. */
    public static List<String> strings(RegistryValue value) {
        return isText(value)
                ? Stream.of(units(value.data()).split("\0"))
                        .filter(text -> !text.isEmpty())
                        .toList()
                : List.of();
    }

    /** The number of a REG_DWORD. */
    public static Optional<Integer> number(RegistryValue value) {
        boolean number = value.type() == ValueType.REG_DWORD.number() && value.data().length == 4;
        return number
                ? Optional.of(ByteBuffer.wrap(value.data())
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt())
                : Optional.empty();
    }

    /** The value with its text changed; the very same value when the change makes no difference. */
    public static RegistryValue map(RegistryValue value, UnaryOperator<String> change) {
        String before = units(value.data());
        String after = change.apply(before);
        if (after.equals(before)) {
            return value;
        }
        byte[] data = new byte[2 * after.length() + (value.data().length & 1)];
        ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).asCharBuffer().put(after);
        if ((value.data().length & 1) == 1) {
            data[data.length - 1] = value.data()[value.data().length - 1];
        }
        return new RegistryValue(value.name(), value.type(), data);
    }

    /** Every whole UTF-16 unit of the data. */
    public static String units(byte[] data) {
        return ByteBuffer.wrap(data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asCharBuffer()
                .toString();
    }
}
