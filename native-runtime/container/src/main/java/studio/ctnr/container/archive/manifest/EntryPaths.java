package studio.ctnr.container.archive.manifest;

import java.util.Optional;
import studio.ctnr.container.Whiteout;
import studio.ctnr.container.WindowsNames;

/** Refuses the paths that would land, on any host, anywhere else than where they seem to. */
final class EntryPaths {
    /** The longest path that Windows has, in UTF-16 units. */
    private static final int LONGEST = 32_767;

    private EntryPaths() {}

    static void check(String path, EntryKind kind) throws ArchiveException {
        if (path.isEmpty() || path.length() > LONGEST) {
            throw refused(ArchiveFault.BAD_NAME, path, path.isEmpty() ? "is empty" : "is longer than 32767 characters");
        }
        checkStart(path);
        int from = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
            checkName(path, path.substring(from, slash));
            from = slash + 1;
        }
        checkLast(path, path.substring(from), kind);
    }

    private static void checkStart(String path) throws ArchiveException {
        if (path.startsWith("//") || path.startsWith("\\\\")) {
            throw refused(ArchiveFault.NETWORK_PATH, path, "starts with a server's name");
        }
        if (path.startsWith("/") || path.startsWith("\\")) {
            throw refused(ArchiveFault.ABSOLUTE_PATH, path, "is absolute");
        }
        if (path.length() > 1 && path.charAt(1) == ':' && isLetter(path.charAt(0))) {
            throw refused(ArchiveFault.DRIVE_LETTER, path, "starts with a drive letter");
        }
    }

    private static void checkLast(String path, String last, EntryKind kind) throws ArchiveException {
        boolean marker = Whiteout.isMarker(last);
        if (kind == EntryKind.WHITEOUT && !marker) {
            throw refused(ArchiveFault.BAD_NAME, path, "is declared as a whiteout without the name of one");
        }
        if (kind != EntryKind.STREAM) {
            checkName(path, last);
            if (marker && kind != EntryKind.WHITEOUT) {
                throw refused(ArchiveFault.BAD_NAME, path, "has a name that is kept for whiteouts");
            }
            return;
        }
        int colon = last.indexOf(':');
        if (colon < 0) {
            throw refused(ArchiveFault.BAD_NAME, path, "is declared as a stream without naming one");
        }
        checkName(path, last.substring(0, colon));
        checkStream(path, last.substring(colon + 1));
    }

    /** NTFS allows almost anything in a stream's name; what is refused here would end the name or name a type. */
    private static void checkStream(String path, String stream) throws ArchiveException {
        checkCharacters(path, stream);
        boolean bad = stream.isEmpty()
                || stream.length() > 255
                || stream.chars().anyMatch(unit -> unit < 0x20 || unit == ':' || unit == '\\');
        if (bad) {
            throw refused(ArchiveFault.BAD_NAME, path, "names a stream that Windows can't have");
        }
    }

    private static void checkName(String path, String name) throws ArchiveException {
        if (name.equals("..") || name.equals(".")) {
            throw refused(ArchiveFault.PATH_ESCAPES, path, "steps through folders");
        }
        if (name.indexOf(':') >= 0) {
            throw refused(ArchiveFault.UNNAMED_STREAM, path, "holds a colon and is not declared as a stream");
        }
        checkCharacters(path, name);
        Optional<String> problem = WindowsNames.problem(name);
        if (problem.isPresent()) {
            throw refused(faultOf(name, problem.get()), path, "holds a name that " + problem.get());
        }
    }

    private static ArchiveFault faultOf(String name, String problem) {
        if (name.endsWith(".") || name.endsWith(" ")) {
            return ArchiveFault.TRAILING_DOT_OR_SPACE;
        }
        return problem.contains("device") ? ArchiveFault.DEVICE_NAME : ArchiveFault.BAD_NAME;
    }

    /** Half of a surrogate pair has no UTF-8, so the name could not be written as it is. */
    private static void checkCharacters(String path, String name) throws ArchiveException {
        for (int i = 0; i < name.length(); i++) {
            if (Character.isHighSurrogate(name.charAt(i))
                    && i + 1 < name.length()
                    && Character.isLowSurrogate(name.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(name.charAt(i))) {
                throw refused(ArchiveFault.BAD_NAME, path, "holds half of a surrogate pair");
            }
        }
    }

    private static boolean isLetter(char unit) {
        return unit >= 'a' && unit <= 'z' || unit >= 'A' && unit <= 'Z';
    }

    private static ArchiveException refused(ArchiveFault fault, String path, String why) {
        return new ArchiveException(fault, "The path " + Quoted.of(path) + " " + why);
    }
}
