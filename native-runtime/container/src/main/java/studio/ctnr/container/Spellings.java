package studio.ctnr.container;

import java.util.HashMap;
import java.util.Map;

/**
 * Keeps a set of paths free of names that differ only in case. A host with a case-sensitive file system would store
 * both of such a pair, and Windows would then see one of them at random.
 */
public final class Spellings {
    private final Map<String, String> known = new HashMap<>();

    /** Knows no path yet. */
    public Spellings() {}

    /**
     * Notes a path and every folder on the way to it.
     *
     * @param path by forward slashes, relative
     * @throws CaseCollisionException when it, or a folder of it, was noted before in another spelling
     */
    public void add(String path) throws CaseCollisionException {
        note(path);
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            if (!note(path.substring(0, slash))) {
                return;
            }
        }
    }

    /** Whether it is new; when it is not, the folders above it are known as well. */
    private boolean note(String path) throws CaseCollisionException {
        String before = known.putIfAbsent(WindowsNames.fold(path), path);
        if (before != null && !before.equals(path)) {
            throw new CaseCollisionException(before, path);
        }
        return before == null;
    }

    /**
     * The path with each folder that was noted before in the spelling it was noted with; what is new in it stays as it
     * is. For sources that name one folder in several ways, as installers do.
     */
    public String adopt(String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            String before = known.get(WindowsNames.fold(path.substring(0, end)));
            if (before != null) {
                return before + path.substring(end);
            }
        }
        return path;
    }
}
