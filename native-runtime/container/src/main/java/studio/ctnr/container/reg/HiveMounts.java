package studio.ctnr.container.reg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.hive.HiveKey;

/**
 * Where hives have their place in the registry, as {@code HKEY_LOCAL_MACHINE\Software} is the place of one: finds the
 * hive that a whole key path belongs to, and the path inside it.
 */
public final class HiveMounts {
    private static final String CLASSES = "HKLM\\Software\\Classes";
    private static final List<String> CLASSES_ROOT = List.of("HKEY_CLASSES_ROOT", "HKCR");

    private final List<Mount> mounts = new ArrayList<>();

    /** A hive at a path; a null path takes in keys that have no root name. */
    private record Mount(KeyPath path, HiveKey root) {}

    /**
     * A key's place in a hive.
     *
     * @param root the hive's root key
     * @param path the key's path below it, by back slashes; empty for the root itself
     */
    public record Place(HiveKey root, String path) {}

    private HiveMounts() {}

    /** One hive at its place; {@link #mount} adds others. */
    public static HiveMounts of(String path, HiveKey root) {
        return new HiveMounts().mount(path, root);
    }

    /**
     * @param path such as {@code HKCU}; empty when the hive's own root is what paths begin at
     * @throws IllegalArgumentException when it begins with no root key that is known here
     */
    public HiveMounts mount(String path, HiveKey root) {
        mounts.add(new Mount(path.isEmpty() ? null : parse(path), root));
        return this;
    }

    /** Empty when no hive is mounted where {@code key} lies. */
    public Optional<Place> place(String key) {
        Optional<KeyPath> path = whole(key);
        for (Mount mount : mounts) {
            if (mount.path == null
                    ? path.isEmpty()
                    : path.isPresent() && path.get().startsWith(mount.path)) {
                String inside = mount.path == null ? key : path.get().relativeTo(mount.path);
                return Optional.of(new Place(mount.root, strip(inside)));
            }
        }
        return Optional.empty();
    }

    /** Whether {@code key} begins with the name of a root key, such as HKCU or HKEY_CLASSES_ROOT. */
    public static boolean isWhole(String key) {
        return whole(key).isPresent();
    }

    /**
     * The path as .reg files have it: {@code HKEY_CURRENT_USER\Software} for {@code HKCU\Software}; a path that
     * begins with no root key stays as it is.
     */
    public static String longName(String key) {
        Optional<KeyPath> path = whole(key);
        if (path.isEmpty()) {
            return key;
        }
        String root = switch (path.get().root()) {
            case "HKLM" -> "HKEY_LOCAL_MACHINE";
            case "HKCU" -> "HKEY_CURRENT_USER";
            default -> "HKEY_USERS";
        };
        return root + path.get().toString().substring(path.get().root().length());
    }

    private static Optional<KeyPath> whole(String key) {
        try {
            return Optional.of(parse(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** HKEY_CLASSES_ROOT is a view; what is written through it lands in the machine's classes. */
    private static KeyPath parse(String path) {
        for (String root : CLASSES_ROOT) {
            boolean match = path.regionMatches(true, 0, root, 0, root.length());
            if (match && (path.length() == root.length() || path.charAt(root.length()) == '\\')) {
                return KeyPath.of(CLASSES + path.substring(root.length()));
            }
        }
        return KeyPath.of(path);
    }

    private static String strip(String path) {
        int start = 0;
        while (start < path.length() && path.charAt(start) == '\\') {
            start++;
        }
        return path.substring(start);
    }
}
