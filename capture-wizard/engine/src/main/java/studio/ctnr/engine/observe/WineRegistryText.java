package studio.ctnr.engine.observe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.hive.ValueType;

/** The values of one section of Wine's registry text, and the way it writes strings. */
final class WineRegistryText {
    private final ByteBuffer bytes;
    private final int end;
    private int at;

    private WineRegistryText(ByteBuffer bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** A string without its quotes, as dump_strW of Wine's server/unicode.c wrote it. */
    static String decode(ByteBuffer bytes, int from, int end) throws IOException {
        return new WineRegistryText(bytes, from, end).string(-1);
    }

    static List<RegistryValue> values(ByteBuffer bytes, int from, int end) throws IOException {
        List<RegistryValue> values = new ArrayList<>();
        WineRegistryText text = new WineRegistryText(bytes, from, end);
        while (text.at < end) {
            switch (bytes.get(text.at)) {
                case '\n' -> text.at++;
                case '#', ';' -> text.skipLine();
                case '@' -> {
                    text.at++;
                    values.add(text.value(""));
                }
                case '"' -> {
                    text.at++;
                    values.add(text.value(text.string('"')));
                }
                default -> throw text.damaged("a line that is no value");
            }
        }
        return values;
    }

    private RegistryValue value(String name) throws IOException {
        expect('=');
        int first = peek();
        if (first == '"') {
            return string(name, ValueType.REG_SZ.number());
        }
        String word = word();
        expect(':');
        if (word.equals("dword")) {
            return dword(name);
        }
        if (word.startsWith("str(")) {
            return string(name, number(word, "str("));
        }
        if (word.equals("hex")) {
            return new RegistryValue(name, ValueType.REG_BINARY.number(), hex());
        }
        if (word.startsWith("hex(")) {
            return new RegistryValue(name, number(word, "hex("), hex());
        }
        throw damaged("a value of the unknown kind " + word);
    }

    private RegistryValue string(String name, int type) throws IOException {
        expect('"');
        byte[] text = (string('"') + '\0').getBytes(StandardCharsets.UTF_16LE);
        endLine();
        return new RegistryValue(name, type, text);
    }

    private RegistryValue dword(String name) throws IOException {
        String digits = word();
        endLine();
        try {
            int number = Integer.parseUnsignedInt(digits, 16);
            byte[] data = {(byte) number, (byte) (number >> 8), (byte) (number >> 16), (byte) (number >> 24)};
            return new RegistryValue(name, ValueType.REG_DWORD.number(), data);
        } catch (NumberFormatException e) {
            throw damaged("a number that is none: " + digits);
        }
    }

    private int number(String word, String prefix) throws IOException {
        try {
            return Integer.parseUnsignedInt(word, prefix.length(), word.length() - 1, 16);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw damaged("a value of the unknown kind " + word);
        }
    }

    /** Pairs of digits with commas between; a back slash at a line's end goes on in the next. */
    private byte[] hex() throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        int high = -1;
        for (; at < end && bytes.get(at) != '\n'; at++) {
            byte b = bytes.get(at);
            int digit = Character.digit(b, 16);
            if (digit >= 0) {
                if (high >= 0) {
                    data.write(high << 4 | digit);
                }
                high = high >= 0 ? -1 : digit;
            } else if (b == '\\' && at + 1 < end && bytes.get(at + 1) == '\n') {
                at++;
            } else if (high >= 0 || b != ',' && b != ' ') {
                throw damaged("bytes that are none");
            }
        }
        if (high >= 0) {
            throw damaged("half a byte");
        }
        endLine();
        return data.toByteArray();
    }

    /** Reads up to the closing quote, or to the end where {@code quote} is negative, and steps over the quote. */
    private String string(int quote) throws IOException {
        StringBuilder text = new StringBuilder();
        while (at < end) {
            int b = bytes.get(at++) & 0xff;
            if (b == quote) {
                return text.toString();
            }
            if (b == '\n') {
                throw damaged("a string without an end");
            }
            text.append(b == '\\' ? escaped() : (char) b);
        }
        if (quote >= 0) {
            throw damaged("a string without an end");
        }
        return text.toString();
    }

    private char escaped() throws IOException {
        int b = peek();
        at++;
        return switch (b) {
            case 'a' -> '\u0007';
            case 'b' -> '\b';
            case 'e' -> '\u001b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> '\u000b';
            case 'x' -> (char) digits(16, 4);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                at--;
                yield (char) digits(8, 3);
            }
            default -> (char) b;
        };
    }

    private int digits(int radix, int most) throws IOException {
        int number = 0;
        int count = 0;
        while (count < most && at < end && Character.digit(bytes.get(at), radix) >= 0) {
            number = number * radix + Character.digit(bytes.get(at++), radix);
            count++;
        }
        if (count == 0) {
            throw damaged("an escape without digits");
        }
        return number;
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        while (at < end && bytes.get(at) != ':' && bytes.get(at) != '\n') {
            word.append((char) (bytes.get(at++) & 0xff));
        }
        return word.toString();
    }

    private int peek() throws IOException {
        if (at >= end) {
            throw damaged("an end too early");
        }
        return bytes.get(at) & 0xff;
    }

    private void expect(char wanted) throws IOException {
        if (peek() != wanted) {
            throw damaged("no '" + wanted + "' where one belongs");
        }
        at++;
    }

    private void endLine() throws IOException {
        if (at < end && bytes.get(at) != '\n') {
            throw damaged("something behind a value");
        }
        at++;
    }

    private void skipLine() {
        while (at < end && bytes.get(at) != '\n') {
            at++;
        }
        at++;
    }

    private IOException damaged(String what) {
        return new IOException("damaged at byte " + at + ": " + what);
    }
}
