package studio.ctnr.engine.projection.internal.pe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.bytes.Damaged;

/**
 * What a program says of itself in its version resource.
 *
 * @param strings the texts of its first language by their names, such as {@code ProductName}; none is blank
 * @param fileVersion the number of the fixed part, such as {@code 1.2.0.4}; empty when it has none
 * @see <a href="https://learn.microsoft.com/windows/win32/menurc/vs-versioninfo">VS_VERSIONINFO</a>
 */
public record VersionInfo(Map<String, String> strings, String fileVersion) {
    private static final long SIGNATURE = 0xfeef04bdL;
    private static final int TEXT_AT_MOST = 4096;
    private static final int CHILDREN_AT_MOST = 1000;

    /** The version resource of an image; empty when it has none. */
    public static Optional<VersionInfo> of(Resources resources) throws Damaged {
        List<Resources.Named> found = resources.ofType(Resources.RT_VERSION);
        return found.isEmpty() ? Optional.empty() : Optional.of(read(resources.data(found.getFirst())));
    }

    public Optional<String> string(String name) {
        return Optional.ofNullable(strings.get(name));
    }

    /** The version of the product, else of the file, as text. */
    public Optional<String> version() {
        return string("ProductVersion")
                .or(() -> string("FileVersion"))
                .or(() -> fileVersion.isEmpty() ? Optional.empty() : Optional.of(fileVersion));
    }

    private static VersionInfo read(Bytes bytes) throws Damaged {
        Block root = Block.at(bytes, 0);
        String number = "";
        if (root.valueLength >= 52 && bytes.u32(root.value) == SIGNATURE) {
            number = "%d.%d.%d.%d"
                    .formatted(
                            bytes.u16(root.value + 10),
                            bytes.u16(root.value + 8),
                            bytes.u16(root.value + 14),
                            bytes.u16(root.value + 12));
        }
        Map<String, String> strings = new HashMap<>();
        collect(bytes, root.afterValue(root.valueLength), root.end, strings, 0);
        return new VersionInfo(Map.copyOf(strings), number.equals("0.0.0.0") ? "" : number);
    }

    /** Walks StringFileInfo (0), its string tables (1) and their strings (2); the first language wins. */
    private static void collect(Bytes bytes, long from, long end, Map<String, String> strings, int level)
            throws Damaged {
        long at = from;
        for (int i = 0; i < CHILDREN_AT_MOST && at + 6 <= end; i++) {
            Block block = Block.at(bytes, at);
            if (level == 2) {
                String text = bytes.utf16(block.value, Math.min(TEXT_AT_MOST, (int) ((block.end - block.value) / 2)))
                        .strip();
                if (block.valueLength > 0 && !text.isEmpty()) {
                    strings.putIfAbsent(block.key, text);
                }
            } else if (level == 1 || block.key.equals("StringFileInfo")) {
                collect(bytes, block.value, block.end, strings, level + 1);
            }
            at = aligned(block.end);
        }
    }

    private static long aligned(long offset) {
        return offset + 3 & ~3L;
    }

    /** The head that every part of the resource has. */
    private record Block(String key, int valueLength, long value, long end) {
        static Block at(Bytes bytes, long offset) throws Damaged {
            int length = bytes.u16(offset);
            if (length < 6) {
                throw new Damaged("A block of %d bytes in the version resource".formatted(length), offset);
            }
            long end = Math.min(offset + length, bytes.size());
            String key = bytes.utf16(offset + 6, 256);
            long value = Math.min(aligned(offset + 6 + 2L * (key.length() + 1)), end);
            return new Block(key, bytes.u16(offset + 2), value, end);
        }

        long afterValue(int bytes) {
            return aligned(value + bytes);
        }
    }
}
