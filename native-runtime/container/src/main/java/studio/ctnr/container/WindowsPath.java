package studio.ctnr.container;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * An absolute path on a drive of the Windows machine, such as {@code C:\Program Files\App\app.exe}: a drive letter in
 * upper case, back slashes, no trailing one (but for {@code C:\}). Equal and ordered by Windows' rules: case does not
 * count, and a folder comes right before what it holds.
 */
public final class WindowsPath implements Comparable<WindowsPath> {
    private final String text;
    private final String folded;

    private WindowsPath(String text) {
        this.text = text;
        this.folded = WindowsNames.fold(text);
    }

    /**
     * Reads a path; forward slashes are read as back slashes, and repeated or trailing ones are dropped.
     *
     * @throws IllegalArgumentException when it has no drive letter or steps through {@code ..}
     */
    public static WindowsPath of(String path) {
        String text = path.replace('/', '\\');
        if (text.length() < 2 || text.charAt(1) != ':' || !isLetter(text.charAt(0))) {
            throw new IllegalArgumentException("Not a path on a drive, such as C:\\Folder: " + path);
        }
        StringBuilder clean = new StringBuilder()
                .append(Character.toUpperCase(text.charAt(0)))
                .append(':');
        for (String name : text.substring(2).split("\\\\")) {
            if (name.equals("..") || name.equals(".")) {
                throw new IllegalArgumentException("The path steps through folders: " + path);
            }
            if (!name.isEmpty()) {
                clean.append('\\').append(name);
            }
        }
        return new WindowsPath(clean.length() == 2 ? clean.append('\\').toString() : clean.toString());
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    public char drive() {
        return text.charAt(0);
    }

    /** The names below the drive's root, outermost first; empty for the root itself. */
    public List<String> names() {
        return isRoot() ? List.of() : Arrays.asList(text.substring(3).split("\\\\"));
    }

    public boolean isRoot() {
        return text.length() == 3;
    }

    /** The last name; the drive ({@code C:}) for the root. */
    public String name() {
        return isRoot() ? text.substring(0, 2) : text.substring(text.lastIndexOf('\\') + 1);
    }

    /** What follows the last dot of the name, in lower case; empty when there is none. */
    public String extension() {
        String name = name();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The folder it lies in; the root's is the root. */
    public WindowsPath parent() {
        int slash = text.lastIndexOf('\\');
        return slash == 2 ? new WindowsPath(text.substring(0, 3)) : new WindowsPath(text.substring(0, slash));
    }

    /** The path of {@code relative} (one name or several, by back slashes) below this one. */
    public WindowsPath resolve(String relative) {
        return relative.isEmpty() ? this : of(text + "\\" + relative);
    }

    /** Whether it is {@code folder} or lies anywhere below it. */
    public boolean startsWith(WindowsPath folder) {
        return folded.startsWith(folder.folded)
                && (folder.isRoot()
                        || folded.length() == folder.folded.length()
                        || folded.charAt(folder.folded.length()) == '\\');
    }

    /** What follows {@code folder} in this path, without a leading back slash; empty when they are equal. */
    public String relativeTo(WindowsPath folder) {
        if (!startsWith(folder)) {
            throw new IllegalArgumentException(this + " does not lie below " + folder);
        }
        int from = folder.isRoot() ? 3 : folder.text.length() + 1;
        return from >= text.length() ? "" : text.substring(from);
    }

    @Override
    public int compareTo(WindowsPath other) {
        return WindowsNames.comparePaths(folded, other.folded);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WindowsPath path && folded.equals(path.folded);
    }

    @Override
    public int hashCode() {
        return folded.hashCode();
    }

    /** The path as Windows writes it. */
    @Override
    public String toString() {
        return text;
    }
}
