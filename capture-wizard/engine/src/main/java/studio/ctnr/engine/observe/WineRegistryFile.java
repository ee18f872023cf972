package studio.ctnr.engine.observe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.container.hive.RegistryValue;

/**
 * A registry file as wineserver writes it ({@code system.reg}, {@code user.reg}, {@code userdef.reg}), read in place:
 * its sections are found quickly, and only those that are asked for are understood.
 *
 * <p>A section stands for one key with its values. Keys that have subkeys and no values have none.
 *
 * @see <a href="https://gitlab.winehq.org/wine/wine/-/blob/wine-8.0/server/registry.c">Wine 8.0, server/registry.c</a>
 */
public final class WineRegistryFile {
    private static final String HEADER = "WINE REGISTRY Version 2\n";

    private final Path file;
    private final ByteBuffer bytes;
    private final KeyPath root;
    private final Optional<String> sid;

    /**
     * Where a section lies.
     *
     * @param name of its first byte behind the opening bracket
     * @param nameEnd of the closing bracket
     * @param body of the first line that is neither the header nor the time
     * @param end behind its last byte
     */
    record Section(int name, int nameEnd, int body, int end) {}

    /** Hears each section in the order of the file. */
    interface Visitor {
        void visit(Section section) throws IOException;
    }

    private WineRegistryFile(Path file, ByteBuffer bytes) throws IOException {
        this.file = file;
        this.bytes = bytes;
        if (!text(0, Math.min(HEADER.length(), bytes.limit())).equals(HEADER)) {
            throw new IOException(file + " is no registry file of Wine's: it does not start with " + HEADER.strip());
        }
        String base = text(HEADER.length(), lineEnd(HEADER.length()));
        String relative = base.substring(base.lastIndexOf(' ') + 1).replace("\\\\", "\\");
        String folded = WindowsNames.fold(relative);
        if (folded.endsWith("\\MACHINE")) {
            root = KeyPath.of("HKLM");
            sid = Optional.empty();
        } else if (folded.endsWith("\\USER\\.DEFAULT")) {
            root = KeyPath.of("HKU\\.Default");
            sid = Optional.empty();
        } else if (folded.contains("\\USER\\S-")) {
            root = KeyPath.of("HKCU");
            sid = Optional.of(relative.substring(relative.lastIndexOf('\\') + 1));
        } else {
            throw new IOException(file + " holds neither a machine's nor a user's keys: " + base);
        }
    }

    /** Opens a file of up to 2 GiB; it may be deleted or replaced while it is in use. */
    public static WineRegistryFile open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new IOException(file + " is larger than 2 GiB; no registry that large can be compared");
            }
            return new WineRegistryFile(file, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    /** What its keys lie below: HKLM, HKCU or HKU\.Default. */
    public KeyPath root() {
        return root;
    }

    /** The security identifier of the user whose keys it holds; empty when it holds another's. */
    public Optional<String> sid() {
        return sid;
    }

    /** The value of a key; empty when there is none. Reads from the file's start: for single questions only. */
    public Optional<RegistryValue> value(KeyPath key, String name) throws IOException {
        List<RegistryValue> found = new ArrayList<>();
        sections(section -> {
            if (key(section).equals(key)) {
                found.addAll(values(section));
            }
        });
        String wanted = WindowsNames.fold(name);
        return found.stream()
                .filter(value -> WindowsNames.fold(value.name()).equals(wanted))
                .findFirst();
    }

    void sections(Visitor visitor) throws IOException {
        int line = HEADER.length();
        int name = -1;
        int nameEnd = -1;
        int body = -1;
        while (line < bytes.limit()) {
            int next = lineEnd(line) + 1;
            byte first = bytes.get(line);
            if (first == '[') {
                if (name >= 0) {
                    visitor.visit(new Section(name, nameEnd, body, line));
                }
                name = line + 1;
                nameEnd = nameEnd(name, next);
                body = Math.min(next, bytes.limit());
            } else if (line == body && startsWith(line, "#time=")) {
                body = Math.min(next, bytes.limit());
            }
            line = next;
        }
        if (name >= 0) {
            visitor.visit(new Section(name, nameEnd, body, bytes.limit()));
        }
    }

    KeyPath key(Section section) throws IOException {
        return root.resolve(WineRegistryText.decode(bytes, section.name(), section.nameEnd()));
    }

    List<RegistryValue> values(Section section) throws IOException {
        try {
            return WineRegistryText.values(bytes, section.body(), section.end());
        } catch (IOException e) {
            throw new IOException(file + ", " + key(section) + ": " + e.getMessage(), e);
        }
    }

    /** Whether both say the same about their keys, whenever they were written. */
    static boolean sameBody(WineRegistryFile one, Section here, WineRegistryFile other, Section there) {
        int length = one.trimmedEnd(here) - here.body();
        return length == other.trimmedEnd(there) - there.body()
                && one.bytes.slice(here.body(), length).mismatch(other.bytes.slice(there.body(), length)) < 0;
    }

    /** The last section of a file lacks the empty line that follows all others. */
    private int trimmedEnd(Section section) {
        int end = section.end();
        while (end > section.body() && bytes.get(end - 1) == '\n') {
            end--;
        }
        return end;
    }

    private int nameEnd(int from, int limit) throws IOException {
        for (int i = from; i < Math.min(limit, bytes.limit()); i++) {
            byte b = bytes.get(i);
            if (b == '\\') {
                i++;
            } else if (b == ']') {
                return i;
            }
        }
        throw new IOException(file + " is damaged at byte " + from + ": a key's name has no end");
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < bytes.limit() && bytes.get(i) != '\n') {
            i++;
        }
        return i;
    }

    private boolean startsWith(int at, String text) {
        return at + text.length() <= bytes.limit()
                && text(at, at + text.length()).equals(text);
    }

    private String text(int from, int to) {
        byte[] copy = new byte[to - from];
        bytes.get(from, copy);
        return new String(copy, StandardCharsets.ISO_8859_1);
    }
}
