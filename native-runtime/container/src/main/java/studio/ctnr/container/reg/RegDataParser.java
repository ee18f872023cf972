package studio.ctnr.container.reg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import studio.ctnr.container.hive.RegistryData;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.hive.ValueType;

/** Reads what stands behind a value's name: "text", dword:…, hex:… and hex(type):… over any number of lines. */
final class RegDataParser {
    private final RegScanner scanner;
    private final Charset ansi;

    /** @param ansi what the bytes of hex(2) and hex(7) are encoded in; null when they are UTF-16 as in a hive */
    RegDataParser(RegScanner scanner, Charset ansi) {
        this.scanner = scanner;
        this.ansi = ansi;
    }

    RegistryValue value(String name) throws IOException {
        if (scanner.peek() == '"') {
            String text = scanner.quoted();
            scanner.endOfLine();
            return RegistryValue.text(name, text);
        }
        int line = scanner.line();
        int column = scanner.column();
        String kind = kind();
        if (kind.equals("dword")) {
            return RegistryValue.dword(name, dword());
        }
        if (kind.equals("hex")) {
            return RegistryValue.binary(name, bytes());
        }
        if (kind.startsWith("hex(") && kind.endsWith(")")) {
            int type = number(kind.substring(4, kind.length() - 1), line, column);
            byte[] data = bytes();
            boolean text = type == ValueType.REG_EXPAND_SZ.number() || type == ValueType.REG_MULTI_SZ.number();
            return new RegistryValue(name, type, ansi != null && text ? wide(data) : data);
        }
        throw scanner.problemAt(
                line,
                column,
                "expected \"text\", dword:, hex:, hex(type): or -, found " + (kind.isEmpty() ? "none" : kind));
    }

    private String kind() throws IOException {
        StringBuilder kind = new StringBuilder();
        for (int c = scanner.peek(); c > ' ' && c != ':' && kind.length() < 16; c = scanner.peek()) {
            kind.append((char) scanner.take());
        }
        if (scanner.peek() == ':') {
            scanner.take();
        }
        return kind.toString().toLowerCase(Locale.ROOT);
    }

    private int dword() throws IOException {
        scanner.skipBlanks();
        int line = scanner.line();
        int column = scanner.column();
        StringBuilder digits = new StringBuilder();
        while (Character.digit(scanner.peek(), 16) >= 0 && digits.length() < 9) {
            digits.append((char) scanner.take());
        }
        int number = number(digits.toString(), line, column);
        scanner.endOfLine();
        return number;
    }

    private int number(String digits, int line, int column) throws RegFormatException {
        try {
            return Integer.parseUnsignedInt(digits, 16);
        } catch (NumberFormatException e) {
            throw scanner.problemAt(line, column, "expected 1 to 8 hexadecimal digits, found \"" + digits + "\"");
        }
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        boolean comma = true;
        while (true) {
            if (comma) {
                takeRow(data);
            }
            scanner.skipBlanks();
            int c = scanner.peek();
            if (c == '\\') {
                continuation();
            } else if (c == RegScanner.END || c == '\r' || c == '\n' || c == ';') {
                scanner.endOfLine();
                return data.toByteArray();
            } else if (c == ',') {
                scanner.take();
                comma = true;
            } else if (comma && Character.digit(c, 16) >= 0) {
                data.write(oneByte());
                comma = false;
            } else {
                throw scanner.problem(
                        "expected a byte of one or two hexadecimal digits or a comma, found " + RegScanner.shown(c));
            }
        }
    }

    private void takeRow(ByteArrayOutputStream data) {
        for (int value = scanner.takeByteAndComma(); value >= 0; value = scanner.takeByteAndComma()) {
            data.write(value);
        }
    }

    /** A back slash at a line's end, and after the next line's beginning blanks and whole lines of comment. */
    private void continuation() throws IOException {
        scanner.take();
        scanner.endOfLine();
        scanner.skipBlanks();
        while (scanner.peek() == ';') {
            scanner.skipLine();
            scanner.skipBlanks();
        }
    }

    private int oneByte() throws IOException {
        int value = Character.digit(scanner.take(), 16);
        int low = Character.digit(scanner.peek(), 16);
        if (low >= 0) {
            scanner.take();
            value = value << 4 | low;
        }
        return value;
    }

    private byte[] wide(byte[] data) {
        byte[] terminated = RegistryData.ofText(new String(data, ansi));
        return Arrays.copyOf(terminated, terminated.length - 2);
    }
}
