package studio.ctnr.engine.projection.internal.variables;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import studio.ctnr.engine.projection.report.Portability.Place;

/** Text files that a program may keep machine's names in: looked through all, rewritten where asked. */
public final class TextFiles {
    private static final Set<String> EXTENSIONS = Set.of(
            "bat",
            "cfg",
            "cmd",
            "conf",
            "config",
            "csv",
            "htm",
            "html",
            "inf",
            "ini",
            "js",
            "json",
            "log",
            "manifest",
            "plist",
            "properties",
            "ps1",
            "rdf",
            "reg",
            "toml",
            "txt",
            "url",
            "vbs",
            "xml",
            "yaml",
            "yml");

    /** Of these, what programs read: pages, tables, notes and scripts of the web stay as they are. */
    private static final Set<String> OTHERS = Set.of("csv", "htm", "html", "js", "log", "manifest", "txt");

    /** A text that is larger is data, not settings. */
    private static final long LOOKED_AT = 16 << 20;

    private static final int WINDOW = 1 << 16;
    /** How much of a line that fills a window is looked at with the next one; a path is no longer. */
    private static final int OVERLAP = 1 << 10;

    private static final String WHY = "Variables stand in settings, and in what --rewrite names.";

    private final PortableText text;

    public TextFiles(PortableText text) {
        this.text = text;
    }

    /** Whether a file of this extension (without dot, lower case) is taken for a text. */
    public static boolean isText(String extension, long size) {
        return size > 0 && size <= LOOKED_AT && EXTENSIONS.contains(extension);
    }

    /** Whether such a file is taken for settings, in which variables can stand. */
    public static boolean isSettings(String extension, long size) {
        return isText(extension, size) && !OTHERS.contains(extension);
    }

    /** Notes what is found in {@code file}; memory does not grow with it. */
    public void look(Path file, String where) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(4);
            Charset charset = charset(in.readNBytes(4));
            in.reset();
            look(new InputStreamReader(in, charset), where);
        }
    }

    private void look(Reader reader, String where) throws IOException {
        char[] window = new char[WINDOW];
        int kept = 0;
        while (true) {
            int length = fill(reader, window, kept);
            String piece = new String(window, 0, length);
            if (length < WINDOW) {
                text.report(piece, Place.TEXT_FILE, where, WHY);
                return;
            }
            // Cut at the end of a line where there is one: nothing that is looked for spans lines.
            int line = piece.lastIndexOf('\n') + 1;
            int end = line == 0 ? WINDOW - OVERLAP : line;
            text.report(piece.substring(0, end), Place.TEXT_FILE, where, WHY);
            kept = WINDOW - end;
            System.arraycopy(window, end, window, 0, kept);
        }
    }

    private static int fill(Reader reader, char[] window, int from) throws IOException {
        int length = from;
        int read;
        while (length < window.length && (read = reader.read(window, length, window.length - length)) > 0) {
            length += read;
        }
        return length;
    }

    /**
     * The bytes of {@code file} with variables in them.
     *
     * @return empty when nothing in it belongs to the capture machine, or it is too large to be a text
     */
    public Optional<byte[]> rewrite(Path file, String where) throws IOException {
        if (Files.size(file) > LOOKED_AT) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        Charset charset = charset(Arrays.copyOf(bytes, Math.min(4, bytes.length)));
        if (!Arrays.equals(new String(bytes, charset).getBytes(charset), bytes)) {
            charset = StandardCharsets.ISO_8859_1;
        }
        String before = new String(bytes, charset);
        String after = text.replace(before, Place.TEXT_FILE, where);
        return after.equals(before) ? Optional.empty() : Optional.of(after.getBytes(charset));
    }

    /** What the first bytes say; a mark stays in the text, as its first character. */
    private static Charset charset(byte[] head) {
        if (head.length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        boolean units = head.length >= 4 && head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0;
        return units ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }
}
