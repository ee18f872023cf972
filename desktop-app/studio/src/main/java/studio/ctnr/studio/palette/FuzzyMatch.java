package studio.ctnr.studio.palette;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * How well typed letters fit a text: all of them have to be found in their order. Those that begin a word or follow one
 * another count more, and early ones more than late ones, so that "si" finds "Set isolation" before "Basic".
 */
final class FuzzyMatch {
    private static final int FOUND = 1;
    private static final int BEGINS_WORD = 10;
    private static final int FOLLOWS = 6;
    private static final int WHOLE = 40;

    private FuzzyMatch() {}

    /** Empty when it doesn't fit; the greater the better. */
    static OptionalInt score(String typed, String text) {
        String letters = typed.strip().toLowerCase(Locale.ROOT);
        String where = text.toLowerCase(Locale.ROOT);
        if (letters.isEmpty()) {
            return OptionalInt.of(0);
        }
        int whole = where.indexOf(letters);
        if (whole >= 0) {
            boolean begins = beginsWord(where, whole);
            return OptionalInt.of(letters.length() * FOLLOWS + (begins ? WHOLE : 0) - Math.min(whole, 9));
        }
        return scattered(letters.replace(" ", ""), where);
    }

    private static OptionalInt scattered(String letters, String where) {
        int score = 0;
        int at = -1;
        for (int i = 0; i < letters.length(); i++) {
            int next = next(where, letters.charAt(i), at + 1);
            if (next < 0) {
                return OptionalInt.empty();
            }
            score += FOUND;
            if (next == at + 1 && i > 0) {
                score += FOLLOWS;
            } else if (beginsWord(where, next)) {
                score += BEGINS_WORD;
            }
            at = next;
        }
        return OptionalInt.of(score);
    }

    /** The letter where a word begins with it, else the next one. */
    private static int next(String where, char letter, int from) {
        int first = where.indexOf(letter, from);
        if (first == from) {
            return first;
        }
        for (int at = first; at >= 0; at = where.indexOf(letter, at + 1)) {
            if (beginsWord(where, at)) {
                return at;
            }
        }
        return first;
    }

    private static boolean beginsWord(String where, int at) {
        return at == 0 || !Character.isLetterOrDigit(where.charAt(at - 1));
    }
}
