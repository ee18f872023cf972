package studio.ctnr.container.archive.manifest;

import java.util.Comparator;

/**
 * The one order of entries: paths compared unit by unit in upper case (as {@link studio.ctnr.container.WindowsNames}
 * folds them), a colon before a slash before everything else. So a folder comes right before its streams and these
 * right before all that it holds, and paths that Windows takes for the same are neighbours: one look back finds them.
 */
public final class EntryOrder {
    /** Takes paths that differ only in case for equal. */
    public static final Comparator<String> FOLDED = EntryOrder::compareFolded;

    /** The same, and tells those apart too, so that sorting has one result. */
    public static final Comparator<String> TOTAL = FOLDED.thenComparing(Comparator.naturalOrder());

    private EntryOrder() {}

    private static int compareFolded(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                int order = Integer.compare(rank(a), rank(b));
                if (order != 0) {
                    return order;
                }
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static int rank(char unit) {
        return switch (unit) {
            case ':' -> 0;
            case '/' -> 1;
            default -> 2 + Character.toUpperCase(unit);
        };
    }
}
