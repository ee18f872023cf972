package studio.ctnr.studio.editor.registry;

import java.util.HexFormat;
import java.util.Optional;
import studio.ctnr.container.hive.RegistryData;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.studio.text.Texts;

/** What a value says to people: text as it is, numbers in both bases, all else byte by byte. */
public final class ValueText {
    /** What stands between the texts of a list: the sign that word processors show for a line's end. */
    static final String LINE_END = " ⏎ ";

    private static final HexFormat BYTES = HexFormat.ofDelimiter(" ");
    private static final int SHOWN_BYTES = 24;
    private static final int SHOWN_CHARACTERS = 500;

    private ValueText() {}

    /** All of a value that is text or a number; empty for bytes that only a programmer can read. */
    static Optional<String> readable(RegistryValue value) {
        byte[] data = value.data();
        return switch (ValueKind.of(value)) {
            case TEXT -> Optional.of(RegistryData.text(data));
            case TEXTS -> Optional.of(String.join(LINE_END, RegistryData.texts(data)));
            case DWORD -> {
                int number = RegistryData.integer(data);
                yield Optional.of("0x%08x (%s)".formatted(number, Integer.toUnsignedString(number)));
            }
            case QWORD -> {
                long number = RegistryData.longInteger(data);
                yield Optional.of("0x%016x (%s)".formatted(number, Long.toUnsignedString(number)));
            }
            case BYTES -> Optional.empty();
        };
    }

    /** What fits a table's cell: the beginning, on one line. */
    public static String brief(RegistryValue value) {
        return readable(value).map(ValueText::oneLine).orElseGet(() -> bytes(value.data()));
    }

    private static String oneLine(String text) {
        boolean whole = text.length() <= SHOWN_CHARACTERS;
        return (whole ? text : text.substring(0, SHOWN_CHARACTERS) + "…").replaceAll("\\R", LINE_END);
    }

    private static String bytes(byte[] data) {
        if (data.length == 0) {
            return Texts.text("registry.noBytes");
        }
        return data.length <= SHOWN_BYTES ? BYTES.formatHex(data) : BYTES.formatHex(data, 0, SHOWN_BYTES) + " …";
    }
}
