package studio.ctnr.engine.inspect;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.bytes.Damaged;

/**
 * What a Windows Installer package says of itself: the rows of its {@code Property} table, and the processor that its
 * summary names.
 *
 * @param properties by their names, in the order of the table
 * @param processor the first part of the summary's template, such as {@code x64} or {@code Intel}; may be empty
 * @param signed whether it carries a signature
 * @see <a href="https://learn.microsoft.com/windows/win32/msi/property-table">Property table</a>
 */
public record PackageFacts(Map<String, String> properties, String processor, boolean signed) {
    private static final int STRINGS_AT_MOST = 1 << 20;
    private static final int TEMPLATE = 7;
    private static final String SUMMARY = "\5SummaryInformation";
    private static final String SIGNATURE = "\5DigitalSignature";

    /** @throws IOException when it is no package, or a damaged one */
    public static PackageFacts read(Path file) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            CompoundFile streams = CompoundFile.read(Bytes.map(file, arena));
            Optional<Bytes> summary = streams.stream(SUMMARY);
            return new PackageFacts(
                    table(streams),
                    summary.isPresent() ? processor(summary.get()) : "",
                    streams.stream(SIGNATURE).isPresent());
        }
    }

    public Optional<String> product() {
        return property("ProductName");
    }

    public Optional<String> version() {
        return property("ProductVersion");
    }

    public Optional<String> publisher() {
        return property("Manufacturer");
    }

    public Optional<String> property(String name) {
        return Optional.ofNullable(properties.get(name)).filter(text -> !text.isBlank());
    }

    private static Map<String, String> table(CompoundFile streams) throws IOException {
        Bytes pool = required(streams, "_StringPool");
        Bytes data = required(streams, "_StringData");
        // bit 31 of the head says that strings are numbered by three bytes
        int width = (pool.u16(2) & 0x8000) != 0 ? 3 : 2;
        List<String> strings = strings(pool, data);
        Bytes table = required(streams, "Property");
        int rows = (int) (table.size() / (2L * width));
        Map<String, String> properties = new LinkedHashMap<>();
        for (int row = 0; row < rows; row++) {
            int name = number(table, (long) row * width, width);
            int value = number(table, (long) (rows + row) * width, width);
            if (name < strings.size() && value < strings.size()) {
                properties.put(strings.get(name), strings.get(value));
            }
        }
        return properties;
    }

    private static Bytes required(CompoundFile streams, String table) throws IOException {
        return streams.stream(StreamName.ofTable(table))
                .orElseThrow(() -> new Damaged("The package has no " + table, 0));
    }

    private static int number(Bytes bytes, long at, int width) throws Damaged {
        return bytes.u16(at) | (width == 3 ? bytes.u8(at + 2) << 16 : 0);
    }

    /** All strings of the database by their numbers; 0 is the empty one. */
    private static List<String> strings(Bytes pool, Bytes data) throws IOException {
        Charset charset = charset(pool.u16(0));
        List<String> strings = new ArrayList<>(List.of(""));
        long at = 0;
        for (long entry = 4; entry + 4 <= pool.size() && strings.size() < STRINGS_AT_MOST; entry += 4) {
            long length = pool.u16(entry);
            int references = pool.u16(entry + 2);
            if (length == 0 && references > 0 && entry + 8 <= pool.size()) {
                // longer than 64 KB: the length goes on in the next entry
                length = ((long) references << 16) | pool.u16(entry + 4);
                entry += 4;
            }
            strings.add(length == 0 ? "" : new String(data.part(at, length).copy(length), charset));
            at += length;
        }
        return strings;
    }

    private static Charset charset(int codePage) {
        return switch (codePage) {
            case 0, 1252 -> Charset.forName("windows-1252");
            case 65001 -> StandardCharsets.UTF_8;
            default ->
                Charset.isSupported("windows-" + codePage)
                        ? Charset.forName("windows-" + codePage)
                        : StandardCharsets.ISO_8859_1;
        };
    }

    /** The property set holds the template as {@code x64;1033}. */
    private static String processor(Bytes summary) throws IOException {
        long section = summary.u32(44);
        long count = Math.min(summary.u32(section + 4), 64);
        for (int i = 0; i < count; i++) {
            long entry = section + 8 + 8L * i;
            if (summary.u32(entry) == TEMPLATE) {
                long value = section + summary.u32(entry + 4);
                String text = summary.ansi(value + 8, 255, StandardCharsets.US_ASCII);
                return text.split("[;,]", 2)[0];
            }
        }
        return "";
    }
}
