package studio.ctnr.engine.observe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Map;
import java.util.Optional;
import studio.ctnr.engine.change.FileState;

/**
 * What the host's file system knows of one file of a Wine prefix or of an overlay's upper layer.
 *
 * @param mode the bits of st_mode
 * @param device the major and minor number of a device file
 */
record FileFacts(int mode, long size, FileTime modified, long device) {
    private static final int KIND = 0170000;
    private static final int FOLDER = 0040000;
    private static final int REGULAR = 0100000;
    private static final int CHARACTER_DEVICE = 0020000;
    private static final int SPECIAL_RIGHTS = 07000;
    private static final int ANY_WRITE = 0222;

    private static final int READ_ONLY = 1;
    private static final int HIDDEN_AND_SYSTEM = 2 | 4;

    /** Where Wine keeps a file's DOS attributes, in Samba's form: {@code 0x} and hexadecimal digits. */
    private static final String DOS_ATTRIBUTES = "DOSATTRIB";

    /** Where an overlay mounted with {@code userxattr} marks a folder that hides the one below. */
    private static final String OPAQUE = "overlay.opaque";

    /** Reads them, following no link; empty when there is nothing. */
    static Optional<FileFacts> of(Path file) throws IOException {
        try {
            Map<String, Object> facts =
                    Files.readAttributes(file, "unix:mode,size,lastModifiedTime,rdev", LinkOption.NOFOLLOW_LINKS);
            return Optional.of(new FileFacts(
                    (Integer) facts.get("mode"),
                    (Long) facts.get("size"),
                    (FileTime) facts.get("lastModifiedTime"),
                    (Long) facts.get("rdev")));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    boolean folder() {
        return (mode & KIND) == FOLDER;
    }

    boolean regular() {
        return (mode & KIND) == REGULAR;
    }

    /** Whether it is an overlay's mark that the file below is gone. */
    boolean whiteout() {
        return (mode & KIND) == CHARACTER_DEVICE && device == 0;
    }

    /** Whether it has the set-user, set-group or sticky bit, none of which Windows knows. */
    boolean hasSpecialRights() {
        return (mode & SPECIAL_RIGHTS) != 0;
    }

    FileState state(Path file) throws IOException {
        int attributes = dosAttributes(file) & HIDDEN_AND_SYSTEM;
        if ((mode & ANY_WRITE) == 0) {
            attributes |= READ_ONLY;
        }
        return new FileState(folder(), folder() ? 0 : size, modified.toInstant(), attributes);
    }

    private static int dosAttributes(Path file) throws IOException {
        String text = extended(file, DOS_ATTRIBUTES).orElse("0x0");
        try {
            return text.startsWith("0x") ? Integer.parseUnsignedInt(text.substring(2), 16) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Whether an overlay's folder hides what the layer below has in its place. */
    static boolean opaque(Path folder) throws IOException {
        return extended(folder, OPAQUE).filter("y"::equals).isPresent();
    }

    private static Optional<String> extended(Path file, String name) throws IOException {
        UserDefinedFileAttributeView view =
                Files.getFileAttributeView(file, UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null || !view.list().contains(name)) {
            return Optional.empty();
        }
        ByteBuffer value = ByteBuffer.allocate(view.size(name));
        view.read(name, value);
        String text = StandardCharsets.ISO_8859_1.decode(value.flip()).toString();
        return Optional.of(text.endsWith("\0") ? text.substring(0, text.length() - 1) : text);
    }
}
