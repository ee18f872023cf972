package studio.ctnr.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A symbolic link or a junction in a container's folder: an empty file or folder {@code NAME}, and beside it a file
 * {@code .wh..wh.lnk.NAME} that holds what Windows would have in the link, a {@code REPARSE_DATA_BUFFER}.
 *
 * @param kind what Windows calls it
 * @param target where it leads, as Windows keeps it: {@code \??\C:\…}, or a relative path
 * @param relative to the folder that the link lies in, or, with a backslash first, to the root of its drive
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-fscc/">[MS-FSCC] 2.1.2.4 and 2.1.2.5</a>
 */
public record LinkMarker(Kind kind, String target, boolean relative) {
    /** What the marker's name starts with; the link's name follows. */
    public static final String PREFIX = ".wh..wh.lnk.";

    /** The longest a marker can be, in bytes: {@code MAXIMUM_REPARSE_DATA_BUFFER_SIZE}. */
    public static final int LONGEST = 16 * 1024;

    private static final int HEAD = 8;
    private static final int FIELDS = 16;

    public enum Kind {
        JUNCTION(0xa0000003),
        SYMBOLIC_LINK(0xa000000c);

        private final int tag;

        Kind(int tag) {
            this.tag = tag;
        }
    }

    /** The name of the marker that makes {@code name} a link; both are single names, not paths. */
    public static String markerFor(String name) {
        return PREFIX + name;
    }

    /** The name that the marker {@code name} makes a link; empty when it is no such marker. */
    public static Optional<String> linked(String name) {
        return name.startsWith(PREFIX) && name.length() > PREFIX.length()
                ? Optional.of(name.substring(PREFIX.length()))
                : Optional.empty();
    }

    /** What a marker's file says, as {@link #of}. */
    public static Optional<LinkMarker> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(LONGEST + 1));
        }
    }

    /** What a marker says; empty when it does not hold a whole link, and then its name is a plain file or folder. */
    public static Optional<LinkMarker> of(byte[] content) {
        if (content.length < FIELDS || content.length > LONGEST) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        Kind kind = bytes.getInt(0) == Kind.JUNCTION.tag
                ? Kind.JUNCTION
                : bytes.getInt(0) == Kind.SYMBOLIC_LINK.tag ? Kind.SYMBOLIC_LINK : null;
        int names = kind == Kind.SYMBOLIC_LINK ? FIELDS + Integer.BYTES : FIELDS;
        if (kind == null || content.length != unsigned(bytes, 4) + HEAD || content.length < names) {
            return Optional.empty();
        }
        int at = unsigned(bytes, 8);
        int length = unsigned(bytes, 10);
        int room = content.length - names;
        if (length == 0 || !liesIn(at, length, room) || !liesIn(unsigned(bytes, 12), unsigned(bytes, 14), room)) {
            return Optional.empty();
        }
        String target = new String(content, names + at, length, StandardCharsets.UTF_16LE);
        boolean relative = kind == Kind.SYMBOLIC_LINK && (bytes.getInt(FIELDS) & 1) != 0;
        return Optional.of(new LinkMarker(kind, target, relative));
    }

    /** The target as a person writes it. */
    public String shown() {
        return target.startsWith("\\??\\") ? target.substring(4) : target;
    }

    private static boolean liesIn(int at, int length, int room) {
        return at % Character.BYTES == 0 && length % Character.BYTES == 0 && at + length <= room;
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }
}
