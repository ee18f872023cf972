package studio.ctnr.engine.projection.internal.variables;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Words of which a text must hold one to hold any trace at all. Nearly no text of a capture does, and asking this first
 * spares them the search proper, which costs ten times as much.
 */
final class Anchors {
    private final List<String> words;
    private final long[] firsts = new long[2];

    /** @param words in any case, each of at least one character of ASCII at its start */
    Anchors(Collection<String> words) {
        this.words = words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        for (String word : this.words) {
            mark(word.charAt(0));
            mark(Character.toUpperCase(word.charAt(0)));
        }
    }

    private void mark(char first) {
        firsts[first >> 6] |= 1L << first;
    }

    /** Whether one of the words stands anywhere in {@code text}, in any case. */
    boolean standIn(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < 128 && (firsts[unit >> 6] & 1L << unit) != 0 && begins(text, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean begins(CharSequence text, int at) {
        for (String word : words) {
            int matched = 0;
            while (matched < word.length()
                    && at + matched < text.length()
                    && same(word.charAt(matched), text.charAt(at + matched))) {
                matched++;
            }
            if (matched == word.length()) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(char lower, char unit) {
        return lower == unit
                || lower == Character.toLowerCase(unit)
                || lower == Character.toLowerCase(Character.toUpperCase(unit));
    }
}
