package studio.ctnr.container.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
final class Nearest {
    private Nearest() {}

    /** The candidate that takes the fewest keystrokes to get from {@code word}; empty when none is near. */
    static Optional<String> to(String word, Collection<String> candidates) {
        String simple = simple(word);
        if (simple.length() > 64) {
            return Optional.empty();
        }
        return candidates.stream()
                .filter(candidate -> distance(simple, simple(candidate)) <= Math.max(1, simple.length() / 3)
                        || simple.length() > 2 && simple(candidate).startsWith(simple))
                .min(Comparator.comparingInt(candidate -> distance(simple, simple(candidate))));
    }

    private static String simple(String word) {
        return word.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    /** How many characters must be put in, taken out or changed (Levenshtein). */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int i = 0; i <= to.length(); i++) {
            row[i] = i;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int above = row[j];
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[to.length()];
    }
}
