package studio.ctnr.container;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The path of a registry key, such as {@code HKLM\Software\Vendor}: one of the roots HKLM, HKCU and HKU, then key names
 * by back slashes. Equal and ordered by Windows' rules: case does not count, and a key comes right before its subkeys.
 */
public final class KeyPath implements Comparable<KeyPath> {
    private static final Map<String, String> ROOTS = Map.of(
            "HKLM", "HKLM",
            "HKEY_LOCAL_MACHINE", "HKLM",
            "HKCU", "HKCU",
            "HKEY_CURRENT_USER", "HKCU",
            "HKU", "HKU",
            "HKEY_USERS", "HKU");

    private final String text;
    private final String folded;

    private KeyPath(String text) {
        this.text = text;
        this.folded = WindowsNames.fold(text);
    }

    /**
     * Reads a key path; long root names ({@code HKEY_LOCAL_MACHINE}) are read as the short ones.
     *
     * @throws IllegalArgumentException when it starts with no root that is known here
     */
    public static KeyPath of(String path) {
        int slash = path.indexOf('\\');
        String root = ROOTS.get(WindowsNames.fold(slash < 0 ? path : path.substring(0, slash)));
        if (root == null) {
            throw new IllegalArgumentException("Not a registry path that starts with HKLM, HKCU or HKU: " + path);
        }
        String below = slash < 0 ? "" : path.substring(slash);
        while (below.endsWith("\\")) {
            below = below.substring(0, below.length() - 1);
        }
        return new KeyPath(root + below);
    }

    /** HKLM, HKCU or HKU. */
    public String root() {
        return names().getFirst();
    }

    /** The root and the key names below it, outermost first. */
    public List<String> names() {
        return Arrays.asList(text.split("\\\\"));
    }

    /** The last name. */
    public String name() {
        return text.substring(text.lastIndexOf('\\') + 1);
    }

    /** The key that holds this one; a root's is itself. */
    public KeyPath parent() {
        int slash = text.lastIndexOf('\\');
        return slash < 0 ? this : new KeyPath(text.substring(0, slash));
    }

    /** The key {@code relative} (one name or several, by back slashes) below this one. */
    public KeyPath resolve(String relative) {
        return relative.isEmpty() ? this : new KeyPath(text + "\\" + relative);
    }

    /** Whether it is {@code key} or lies anywhere below it. */
    public boolean startsWith(KeyPath key) {
        return folded.startsWith(key.folded)
                && (folded.length() == key.folded.length() || folded.charAt(key.folded.length()) == '\\');
    }

    /** What follows {@code key} in this path, without a leading back slash; empty when they are equal. */
    public String relativeTo(KeyPath key) {
        if (!startsWith(key)) {
            throw new IllegalArgumentException(this + " does not lie below " + key);
        }
        return text.length() == key.text.length() ? "" : text.substring(key.text.length() + 1);
    }

    @Override
    public int compareTo(KeyPath other) {
        return WindowsNames.comparePaths(folded, other.folded);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyPath path && folded.equals(path.folded);
    }

    @Override
    public int hashCode() {
        return folded.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
