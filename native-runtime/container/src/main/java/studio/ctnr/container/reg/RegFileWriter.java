package studio.ctnr.container.reg;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.RegistryData;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.hive.ValueType;

/**
 * Writes a .reg file that regedit imports, key after key; nothing is kept in memory. Numbers, and strings that are
 * exactly that, are written so that people can read them, all else as bytes, so that every value comes back as it was.
 */
public final class RegFileWriter implements Closeable {
    private static final int WIDEST = 78;
    private static final char[] DIGITS = "0123456789abcdef".toCharArray();

    private final RegText out;
    private final RegVersion version;
    private final StringBuilder line = new StringBuilder(120);

    private record Place(String path, HiveKey key) {}

    /**
     * @param out is buffered here, and closed with the writer; who keeps it open calls {@link #flush} at the end
     * @param charset for version 4 the ANSI code page, such as {@link RegFileReader#ANSI}; for version 5 UTF-16LE, which
     *     regedit wants, or UTF-8 for other tools
     */
    public RegFileWriter(OutputStream out, RegVersion version, Charset charset) throws IOException {
        this.version = version;
        this.out = RegText.of(out, charset);
        this.out.line(line.append(version.header()));
        this.out.line(line);
    }

    /**
     * Writes a key with its values and everything below it; descriptors that it keeps are no values.
     *
     * @param path the key's whole path, such as {@code HKEY_CURRENT_USER\Software\Vendor}
     * @throws IOException also when a name can't be written in such a file
     */
    public void tree(String path, HiveKey top) throws IOException {
        Deque<Place> waiting = new ArrayDeque<>();
        waiting.push(new Place(path, top));
        while (!waiting.isEmpty()) {
            Place place = waiting.pop();
            key(place);
            for (HiveKey child : List.copyOf(place.key.children()).reversed()) {
                waiting.push(new Place(place.path + "\\" + child.name(), child));
            }
        }
    }

    /** Writes that a key shall be gone, with everything below it. */
    public void deletion(String path) throws IOException {
        heading("[-", path);
        out.line(line);
    }

    /** Writes that a key shall not have values of these names; an empty name is its default value. */
    public void deletions(String path, List<String> values) throws IOException {
        heading("[", path);
        for (String name : values) {
            name(name);
            out.line(line.append('-'));
        }
        out.line(line);
    }

    private void heading(String opening, String path) throws IOException {
        if (path.indexOf('\n') >= 0 || path.indexOf('\r') >= 0) {
            throw new IOException("A .reg file can't hold the name of a key with a line break in it: " + path);
        }
        out.line(line.append(opening).append(path).append(']'));
    }

    private void key(Place place) throws IOException {
        heading("[", place.path);
        for (RegistryValue value : place.key.shownValues()) {
            value(value);
        }
        out.line(line);
    }

    private void value(RegistryValue value) throws IOException {
        name(value.name());
        byte[] data = value.data();
        if (value.type() == ValueType.REG_SZ.number() && isPlainText(data)) {
            quoted(RegistryData.text(data));
            out.line(line);
        } else if (value.type() == ValueType.REG_DWORD.number() && data.length == 4) {
            line.append("dword:");
            for (int i = 3; i >= 0; i--) {
                hex(data[i]);
            }
            out.line(line);
        } else if (value.type() == ValueType.REG_BINARY.number()) {
            line.append("hex:");
            bytes(data);
        } else {
            line.append("hex(").append(Integer.toHexString(value.type())).append("):");
            bytes(stored(value));
        }
    }

    private void name(String name) {
        if (name.isEmpty()) {
            line.append('@');
        } else {
            quoted(name);
        }
        line.append('=');
    }

    private void quoted(String text) {
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '"' || unit == '\\') {
                line.append('\\');
            }
            line.append(unit);
        }
        line.append('"');
    }

    private void hex(byte value) {
        line.append(DIGITS[value >> 4 & 0xf]).append(DIGITS[value & 0xf]);
    }

    private boolean isPlainText(byte[] data) {
        if (!RegistryData.isText(data)) {
            return false;
        }
        for (int at = 0; at < data.length - 2; at += 2) {
            if (data[at + 1] == 0 && data[at] >= 0 && data[at] < ' ') {
                return false;
            }
        }
        return out.canHold(RegistryData.text(data));
    }

    private byte[] stored(RegistryValue value) throws IOException {
        boolean text =
                value.type() == ValueType.REG_EXPAND_SZ.number() || value.type() == ValueType.REG_MULTI_SZ.number();
        return version == RegVersion.V4 && text ? out.narrow(value) : value.data();
    }

    private void bytes(byte[] data) throws IOException {
        for (int i = 0; i < data.length; i++) {
            hex(data[i]);
            if (i < data.length - 1) {
                line.append(',');
                if (line.length() > WIDEST - 3) {
                    out.line(line.append('\\'));
                    line.append("  ");
                }
            }
        }
        out.line(line);
    }

    /** Hands on what is still in the buffer; the stream stays open. */
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
