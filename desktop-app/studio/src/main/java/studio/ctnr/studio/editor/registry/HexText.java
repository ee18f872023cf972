package studio.ctnr.studio.editor.registry;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Bytes as an editor shows them: lines of eight bytes, and their characters. */
final class HexText {
    static final int LINE = 8;

    private static final HexFormat BYTES = HexFormat.ofDelimiter(" ");

    private HexText() {}

    /** Bytes by spaces, eight a line, as they are edited. */
    static String editable(byte[] data) {
        StringBuilder text = new StringBuilder(data.length * 3);
        for (int at = 0; at < data.length; at += LINE) {
            text.append(BYTES.formatHex(data, at, Math.min(data.length, at + LINE)))
                    .append('\n');
        }
        return text.toString().stripTrailing();
    }

    /** The characters of one line's bytes; a point for what can't be shown. */
    static String characters(byte[] data, int from) {
        StringBuilder text = new StringBuilder(LINE);
        for (int at = from; at < Math.min(data.length, from + LINE); at++) {
            text.append(data[at] >= ' ' && data[at] < 0x7f ? (char) data[at] : '.');
        }
        return text.toString();
    }

    /**
     * The bytes that are written, two digits each; spaces, commas and line ends between them do not count.
     *
     * @throws NotHexException with the line and the column of what is no digit, or of half a byte
     */
    static byte[] parse(String text) throws NotHexException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() / 3 + 1);
        int line = 1;
        int start = 0;
        int high = -1;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean digit = HexFormat.isHexDigit(c);
            if (!digit && (high >= 0 || " ,\t\r\n".indexOf(c) < 0)) {
                throw new NotHexException(line, at - start + 1);
            }
            if (digit && high < 0) {
                high = HexFormat.fromHexDigit(c);
            } else if (digit) {
                bytes.write(high << 4 | HexFormat.fromHexDigit(c));
                high = -1;
            }
            if (c == '\n') {
                line++;
                start = at + 1;
            }
        }
        if (high >= 0) {
            throw new NotHexException(line, text.length() - start + 1);
        }
        return bytes.toByteArray();
    }

    /** Where a text is not bytes in hexadecimal; lines and columns from 1. */
    static final class NotHexException extends Exception {
        private static final long serialVersionUID = 1;

        private final int line;
        private final int column;

        NotHexException(int line, int column) {
            super("line %d, column %d".formatted(line, column));
            this.line = line;
            this.column = column;
        }

        int line() {
            return line;
        }

        int column() {
            return column;
        }
    }
}
