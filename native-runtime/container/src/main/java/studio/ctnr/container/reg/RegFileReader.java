package studio.ctnr.container.reg;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.ctnr.container.hive.KeptDescriptor;
import studio.ctnr.container.hive.RegistryValue;

/**
 * Reads .reg files of version 4 and 5, as regedit does, one edit after another: a file of any length takes little
 * memory. Text of version 5 may also be UTF-8, which other tools write. What a container keeps for itself among the
 * values of a key ({@link KeptDescriptor}) is refused.
 *
 * @see RegVersion
 */
public final class RegFileReader {
    /** What version 4 is encoded in on most machines: Western European. */
    public static final Charset ANSI = Charset.forName("windows-1252");

    private final RegScanner scanner;
    private final RegEdit.Consumer edits;
    private final Charset ansi;
    private RegDataParser data;
    private String key;

    private RegFileReader(RegScanner scanner, Charset ansi, RegEdit.Consumer edits) {
        this.scanner = scanner;
        this.ansi = ansi;
        this.edits = edits;
    }

    /** @throws RegFormatException when the file has an error; edits before it were given to {@code edits} */
    public static void read(Path file, RegEdit.Consumer edits) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            read(in, file.toString(), ANSI, edits);
        }
    }

    /**
     * @param in stays open
     * @param source what errors call the file
     * @param ansi what version 4 is encoded in
     */
    public static void read(InputStream in, String source, Charset ansi, RegEdit.Consumer edits) throws IOException {
        Reader text = RegEncoding.reader(in, ansi);
        new RegFileReader(new RegScanner(text, source), ansi, edits).file();
    }

    private void file() throws IOException {
        data = new RegDataParser(scanner, version() == RegVersion.V4 ? ansi : null);
        while (scanner.peek() != RegScanner.END) {
            scanner.skipBlanks();
            switch (scanner.peek()) {
                case '\r', '\n' -> scanner.endOfLine();
                case ';', '#' -> scanner.skipLine();
                case '[' -> key();
                case '"', '@' -> value();
                case RegScanner.END -> {
                    return;
                }
                default ->
                    throw scanner.problem("expected a key in brackets, a value's name in quotation marks or @, found "
                            + RegScanner.shown(scanner.peek()));
            }
        }
    }

    private RegVersion version() throws IOException {
        while (Character.isWhitespace(scanner.peek())) {
            scanner.take();
        }
        int line = scanner.line();
        StringBuilder header = new StringBuilder();
        while (scanner.peek() >= ' ' && header.length() < 80) {
            header.append((char) scanner.take());
        }
        for (RegVersion version : RegVersion.values()) {
            if (header.toString().strip().equalsIgnoreCase(version.header())) {
                return version;
            }
        }
        throw scanner.problemAt(
                line,
                1,
                "expected the first line \"%s\" or \"%s\"".formatted(RegVersion.V5.header(), RegVersion.V4.header()));
    }

    private void key() throws IOException {
        int line = scanner.line();
        int column = scanner.column();
        scanner.take();
        boolean delete = scanner.peek() == '-';
        if (delete) {
            scanner.take();
        }
        String rest = scanner.restOfLine();
        int end = rest.lastIndexOf(']');
        if (end < 0) {
            throw scanner.problemAt(line, column, "the bracket here is not closed on its line");
        }
        if (end == 0) {
            throw scanner.problemAt(line, column, "expected a key's path between the brackets");
        }
        key = rest.substring(0, end);
        edits.accept(delete ? new RegEdit.DeleteKey(key, line) : new RegEdit.CreateKey(key, line));
        if (delete) {
            key = null;
        }
    }

    /** No file that was exported has such a line, and a wrong one would shut the application out of its own key. */
    private RegFormatException descriptor(int line, int column) {
        return scanner.problemAt(
                line,
                column,
                "%s and the type hex(%x) are kept for a key's security descriptor, which only applications set; remove the line"
                        .formatted(KeptDescriptor.NAME, KeptDescriptor.VALUE_TYPE));
    }

    private void value() throws IOException {
        if (key == null) {
            throw scanner.problem("expected a key in brackets before its first value");
        }
        int line = scanner.line();
        int column = scanner.column();
        String name = "";
        if (scanner.peek() == '@') {
            scanner.take();
        } else {
            name = scanner.quoted();
        }
        scanner.skipBlanks();
        if (scanner.peek() != '=') {
            throw scanner.problem("expected = after the value's name, found " + RegScanner.shown(scanner.peek()));
        }
        scanner.take();
        scanner.skipBlanks();
        if (KeptDescriptor.isReserved(name)) {
            throw descriptor(line, column);
        }
        if (scanner.peek() == '-') {
            scanner.take();
            scanner.endOfLine();
            edits.accept(new RegEdit.DeleteValue(key, name, line));
        } else {
            RegistryValue value = data.value(name);
            if (KeptDescriptor.is(value)) {
                throw descriptor(line, column);
            }
            edits.accept(new RegEdit.SetValue(key, value, line));
        }
    }
}
