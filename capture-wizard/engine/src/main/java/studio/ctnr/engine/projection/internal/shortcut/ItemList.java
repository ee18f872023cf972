package studio.ctnr.engine.projection.internal.shortcut;

import java.util.Optional;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.bytes.Damaged;

/**
 * The shell's item list of a shortcut's target: the only path that some shortcuts hold.
 *
 * @see <a href="https://github.com/libyal/libfwsi/blob/main/documentation/Windows%20Shell%20Item%20format.asciidoc">
 *     Windows shell items</a>
 */
final class ItemList {
    private static final int NAME_AT_MOST = 32_767;
    private static final long FILE_EXTENSION = 0xbeef_0004L;
    private static final int ITEMS_AT_MOST = 256;

    private ItemList() {}

    /** The path that a drive and the files below it make; empty for any other list. */
    static Optional<String> path(Bytes list) throws Damaged {
        StringBuilder path = new StringBuilder();
        long at = 0;
        for (int i = 0; i < ITEMS_AT_MOST && at + 2 <= list.size(); i++) {
            int size = list.u16(at);
            if (size < 3) {
                break;
            }
            Bytes item = list.part(at, size);
            int kind = item.u8(2) & 0x70;
            if (kind == 0x20) {
                path.setLength(0);
                path.append(item.ansi(3, 3, LinkReader.ANSI));
            } else if (kind == 0x30 && !path.isEmpty()) {
                if (path.charAt(path.length() - 1) != '\\') {
                    path.append('\\');
                }
                path.append(name(item));
            }
            at += size;
        }
        return path.length() > 3 ? Optional.of(path.toString()) : Optional.empty();
    }

    /** A file's long name from the item's extension, else its short one. */
    private static String name(Bytes item) throws Damaged {
        boolean wide = (item.u8(2) & 4) != 0;
        String name = wide ? item.utf16(14, NAME_AT_MOST) : item.ansi(14, NAME_AT_MOST, LinkReader.ANSI);
        int extension = item.u16(item.size() - 2);
        if (extension >= 14 && extension + 20 <= item.size() && item.u32(extension + 4) == FILE_EXTENSION) {
            int version = item.u16(extension + 2);
            int skip = version >= 9 ? 46 : version >= 8 ? 42 : version >= 7 ? 38 : 20;
            String longer = extension + skip < item.size() ? item.utf16(extension + skip, NAME_AT_MOST) : "";
            return longer.isEmpty() ? name : longer;
        }
        return name;
    }
}
