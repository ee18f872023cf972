package studio.ctnr.engine.projection.internal.shortcut;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.bytes.Damaged;

/**
 * Reads .lnk files. The library that exists for it (mslinks) allocates what a length field says and reads silently past
 * the end, which a hostile file must not be given.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-shllink">MS-SHLLINK</a>
 */
public final class LinkReader {
    /** What code page 1252 stands for: no link tells which one its 8-bit texts are in. */
    static final Charset ANSI = Charset.forName("windows-1252");

    private static final int HEADER = 0x4c;
    private static final int HAS_ID_LIST = 1;
    private static final int HAS_LINK_INFO = 2;
    private static final int HAS_NAME = 4;
    private static final int HAS_RELATIVE_PATH = 8;
    private static final int HAS_WORKING_DIR = 0x10;
    private static final int HAS_ARGUMENTS = 0x20;
    private static final int HAS_ICON_LOCATION = 0x40;
    private static final int IS_UNICODE = 0x80;

    private final Bytes link;
    private final int flags;
    private long at = HEADER;

    private LinkReader(Bytes link) throws Damaged {
        this.link = link;
        if (link.size() < HEADER || link.u32(0) != HEADER || link.u32(4) != 0x21401L) {
            throw new Damaged("Not a shortcut: its header is not that of a .lnk file", 0);
        }
        this.flags = link.i32(0x14);
    }

    /**
     * Reads a shortcut.
     *
     * @param link the whole file
     * @throws Damaged when it is no shortcut, or one that is cut short
     */
    public static ShellLink read(Bytes link) throws IOException {
        return new LinkReader(link).read();
    }

    private ShellLink read() throws Damaged {
        // What Windows follows first, and in UTF-16, which the location that comes after it often is not.
        Optional<String> target = Optional.empty();
        if (has(HAS_ID_LIST)) {
            int size = link.u16(at);
            target = ItemList.path(link.part(at + 2, size));
            at += 2 + size;
        }
        if (has(HAS_LINK_INFO)) {
            long size = link.u32(at);
            target = target.isPresent() ? target : LinkInfo.path(link.part(at, size));
            at += Math.max(size, 4);
        }
        String description = text(HAS_NAME);
        text(HAS_RELATIVE_PATH);
        String folder = text(HAS_WORKING_DIR);
        String arguments = text(HAS_ARGUMENTS);
        String icon = text(HAS_ICON_LOCATION);
        ExtraData extra = ExtraData.read(link.from(at));
        return new ShellLink(
                extra.target().isPresent() ? extra.target() : target,
                arguments,
                folder,
                description,
                extra.icon().or(() -> icon.isBlank() ? Optional.empty() : Optional.of(icon.strip())),
                link.i32(0x38),
                extra.darwin().flatMap(DarwinDescriptor::parse));
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }

    private String text(int flag) throws Damaged {
        if (!has(flag)) {
            return "";
        }
        int length = link.u16(at);
        long from = at + 2;
        if (has(IS_UNICODE)) {
            at = from + 2L * length;
            return link.part(from, 2L * length).utf16(0, length);
        }
        at = from + length;
        return link.part(from, length).ansi(0, length, ANSI);
    }
}
