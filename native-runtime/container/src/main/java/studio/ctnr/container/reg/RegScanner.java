package studio.ctnr.container.reg;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;

/** The characters of a .reg file, one at a time, with the place where each stands. */
final class RegScanner {
    static final int END = -1;
    /** No text in the file may be longer, in characters; so a hostile one can't fill the memory. */
    private static final int LONGEST = 1 << 26;

    private final Reader in;
    private final String source;
    private final char[] buffer = new char[1 << 13];
    private int length;
    private int next;
    private int line = 1;
    private int column = 1;

    RegScanner(Reader in, String source) {
        this.in = in;
        this.source = source;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    /** The next character without taking it. */
    int peek() throws IOException {
        return next < length || fill() ? buffer[next] : END;
    }

    int take() throws IOException {
        int c = peek();
        if (c != END) {
            next++;
            column++;
            if (c == '\n') {
                line++;
                column = 1;
            }
        }
        return c;
    }

    private boolean fill() throws IOException {
        try {
            length = Math.max(0, in.read(buffer, 0, buffer.length));
        } catch (CharacterCodingException e) {
            throw problem("what follows is not text in the encoding of the file's beginning");
        }
        next = 0;
        return length > 0;
    }

    void skipBlanks() throws IOException {
        while (peek() == ' ' || peek() == '\t') {
            take();
        }
    }

    /** Takes blanks and the end of a line; false when something else follows. */
    boolean skipLineEnd() throws IOException {
        skipBlanks();
        if (peek() == '\r') {
            take();
        }
        if (peek() == '\n') {
            take();
            return true;
        }
        return peek() == END;
    }

    /** Takes what is left of the line and its end; a carriage return before it is left out. */
    String restOfLine() throws IOException {
        StringBuilder rest = new StringBuilder();
        for (int c = take(); c != END && c != '\n'; c = take()) {
            append(rest, c);
        }
        int end = rest.length() - 1;
        return end >= 0 && rest.charAt(end) == '\r' ? rest.substring(0, end) : rest.toString();
    }

    void skipLine() throws IOException {
        int c;
        do {
            c = take();
        } while (c != END && c != '\n');
    }

    /** Takes a line's end, with blanks and a comment before it, and complains about anything else. */
    void endOfLine() throws IOException {
        skipBlanks();
        if (peek() == ';') {
            skipLine();
        } else if (!skipLineEnd()) {
            throw problem("expected the end of the line, found " + shown(peek()));
        }
    }

    /** Takes what stands between double quotes, with \" and \\ resolved; line breaks belong to it. */
    String quoted() throws IOException {
        int startLine = line;
        int startColumn = column;
        take();
        StringBuilder text = new StringBuilder(32);
        while (true) {
            takePlain(text);
            int c = take();
            if (c == '"') {
                return text.toString();
            }
            if (c == END) {
                throw problemAt(startLine, startColumn, "the quotation mark here is never closed");
            }
            append(text, c == '\\' && (peek() == '"' || peek() == '\\') ? take() : c);
        }
    }

    /** Takes what is in the buffer up to a character that means something between quotes. */
    private void takePlain(StringBuilder text) {
        int start = next;
        int most = Math.min(length, start + LONGEST - text.length());
        while (next < most && buffer[next] != '"' && buffer[next] != '\\' && buffer[next] != '\n') {
            next++;
        }
        text.append(buffer, start, next - start);
        column += next - start;
    }

    /** Takes a byte of two digits and the comma behind it at once; -1 when something else is there. */
    int takeByteAndComma() {
        if (length - next < 3 || buffer[next + 2] != ',') {
            return -1;
        }
        int value = Character.digit(buffer[next], 16) << 4 | Character.digit(buffer[next + 1], 16);
        if (value >= 0) {
            next += 3;
            column += 3;
        }
        return value;
    }

    void append(StringBuilder text, int c) throws RegFormatException {
        if (text.length() >= LONGEST) {
            throw problem("the text is longer than the 64 million characters that are read here");
        }
        text.append((char) c);
    }

    RegFormatException problem(String problem) {
        return problemAt(line, column, problem);
    }

    RegFormatException problemAt(int line, int column, String problem) {
        return new RegFormatException(source, line, column, problem);
    }

    static String shown(int c) {
        return switch (c) {
            case END -> "the end of the file";
            case '\n', '\r' -> "the end of the line";
            default -> c < ' ' ? "U+%04X".formatted(c) : "'" + (char) c + "'";
        };
    }
}
