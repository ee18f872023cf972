package studio.ctnr.container.hive;

import java.util.ArrayList;
import java.util.List;

/** Key names in a path by back slashes. */
final class KeyNames {
    private KeyNames() {}

    /** The names, outermost first; a leading, trailing or doubled back slash counts for nothing. */
    static List<String> split(String path) {
        List<String> names = new ArrayList<>(8);
        int start = 0;
        while (start <= path.length()) {
            int end = path.indexOf('\\', start);
            end = end < 0 ? path.length() : end;
            if (end > start) {
                names.add(path.substring(start, end));
            }
            start = end + 1;
        }
        return names;
    }
}
