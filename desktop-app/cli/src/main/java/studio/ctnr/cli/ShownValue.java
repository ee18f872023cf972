package studio.ctnr.cli;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.ctnr.container.hive.RegistryData;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.hive.ValueType;

/** A registry value for people and for programs: as text, list or number where its data is exactly that, else as bytes. */
record ShownValue(RegistryValue value) {
    private static final int SHOWN_BYTES = 32;

    private boolean is(ValueType type) {
        return value.type() == type.number();
    }

    private boolean isText() {
        return value.holdsText() && RegistryData.isText(value.data());
    }

    private boolean isList() {
        return is(ValueType.REG_MULTI_SZ) && RegistryData.isTextList(value.data());
    }

    private boolean isNumber() {
        int length = value.data().length;
        return is(ValueType.REG_DWORD) && length == 4 || is(ValueType.REG_QWORD) && length == 8;
    }

    private long number() {
        byte[] data = value.data();
        return data.length == 4 ? Integer.toUnsignedLong(RegistryData.integer(data)) : RegistryData.longInteger(data);
    }

    String name() {
        return value.name().isEmpty() ? "@" : Printable.of(value.name());
    }

    String type() {
        return ValueType.nameOf(value.type());
    }

    /** The data in one line, shortened when it is long. */
    String brief() {
        if (isText()) {
            return Printable.of(RegistryData.text(value.data()));
        }
        if (isList()) {
            return Printable.of(String.join(" | ", RegistryData.texts(value.data())));
        }
        if (isNumber()) {
            String decimal = Long.toUnsignedString(number());
            return value.data().length == 4
                    ? "0x%08x (%s)".formatted(number(), decimal)
                    : "0x%016x (%s)".formatted(number(), decimal);
        }
        byte[] data = value.data();
        return data.length <= SHOWN_BYTES
                ? RegistryData.hex(data)
                : "%s,... (%d bytes)".formatted(RegistryData.hex(Arrays.copyOf(data, SHOWN_BYTES)), data.length);
    }

    /** The data alone, whole, for a script: text as it is, a list line by line, a number in decimal, bytes in hex. */
    List<String> lines() {
        if (isText()) {
            return List.of(RegistryData.text(value.data()));
        }
        if (isList()) {
            return RegistryData.texts(value.data());
        }
        return List.of(isNumber() ? Long.toUnsignedString(number()) : RegistryData.hex(value.data()));
    }

    /** For JSON: name, type, and one of text, texts, number and hex. */
    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", value.name());
        document.put("type", type());
        if (isText()) {
            document.put("text", RegistryData.text(value.data()));
        } else if (isList()) {
            document.put("texts", new ArrayList<>(RegistryData.texts(value.data())));
        } else if (isNumber()) {
            document.put("number", new BigInteger(Long.toUnsignedString(number())));
        } else {
            document.put("hex", RegistryData.hex(value.data()));
        }
        return document;
    }
}
