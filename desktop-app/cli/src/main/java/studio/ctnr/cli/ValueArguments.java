package studio.ctnr.cli;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.ctnr.container.hive.RegistryData;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.hive.ValueType;

/** Makes a registry value of a type and data as they stand on a command line. */
final class ValueArguments {
    private static final Pattern NUMBERED = Pattern.compile("hex\\(([0-9a-f]{1,8})\\)");

    private ValueArguments() {}

    static RegistryValue value(String name, String type, List<String> data) {
        String kind = type.toLowerCase(Locale.ROOT);
        kind = kind.startsWith("reg_") ? kind.substring(4) : kind;
        Matcher numbered = NUMBERED.matcher(kind);
        if (numbered.matches()) {
            return new RegistryValue(name, Integer.parseUnsignedInt(numbered.group(1), 16), bytes(data));
        }
        return switch (kind) {
            case "sz" -> RegistryValue.text(name, one(data, kind));
            case "expand_sz" -> RegistryValue.expandable(name, one(data, kind));
            case "multi_sz" -> RegistryValue.texts(name, data);
            case "dword" ->
                RegistryValue.dword(name, number(one(data, kind), Integer.SIZE).intValue());
            case "qword" ->
                RegistryValue.qword(name, number(one(data, kind), Long.SIZE).longValue());
            case "binary" -> RegistryValue.binary(name, bytes(data));
            case "none" -> new RegistryValue(name, ValueType.REG_NONE.number(), bytes(data));
            default ->
                throw wrong(
                        "There is no value type %s; there are sz, expand_sz, multi_sz, dword, qword, binary, none and hex(n)"
                                .formatted(type));
        };
    }

    private static String one(List<String> data, String kind) {
        if (data.size() != 1) {
            throw wrong("A value of type %s takes one piece of data, not %d".formatted(kind, data.size()));
        }
        return data.getFirst();
    }

    private static BigInteger number(String text, int bits) {
        try {
            BigInteger number = text.startsWith("0x") || text.startsWith("0X")
                    ? new BigInteger(text.substring(2), 16)
                    : new BigInteger(text);
            BigInteger lowest = BigInteger.ONE.shiftLeft(bits - 1).negate();
            if (number.compareTo(lowest) >= 0 && number.bitLength() <= bits) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like a number that is too large
        }
        throw wrong("Not a number of %d bits, in decimal or as 0x...: %s".formatted(bits, text));
    }

    private static byte[] bytes(List<String> data) {
        try {
            return RegistryData.ofHex(String.join("", data));
        } catch (IllegalArgumentException e) {
            throw wrong("Not bytes of two hexadecimal digits each: " + String.join(" ", data));
        }
    }

    private static CommandFailure wrong(String message) {
        return new CommandFailure(ExitCode.WRONG_USE, message);
    }
}
