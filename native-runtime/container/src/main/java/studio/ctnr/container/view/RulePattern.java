package studio.ctnr.container.view;

import studio.ctnr.container.WindowsNames;

/**
 * The pattern of an isolation rule: {@code *} is anything within a name, {@code **} anything at all, {@code ?} one
 * character of a name; {@code folder\**} is about the folder as well. The runtime has the same (pattern.c).
 */
final class RulePattern {
    private static final String EVERYTHING = "\\**";

    private final String text;
    private final int literal;

    RulePattern(String pattern) {
        text = WindowsNames.fold(pattern);
        int at = 0;
        while (at < text.length() && text.charAt(at) != '*' && text.charAt(at) != '?') {
            at++;
        }
        literal = at;
    }

    /** How much text stands before the first wildcard. */
    int literal() {
        return literal;
    }

    int length() {
        return text.length();
    }

    boolean matches(String path) {
        String folded = WindowsNames.fold(path);
        return matches(0, folded, 0)
                || about()
                        && new RulePattern(text.substring(0, text.length() - EVERYTHING.length()))
                                .matches(0, folded, 0);
    }

    private boolean about() {
        return text.length() > EVERYTHING.length() && text.endsWith(EVERYTHING);
    }

    private boolean matches(int from, String path, int at) {
        int i = at;
        for (int p = from; p < text.length(); p++, i++) {
            char wanted = text.charAt(p);
            if (wanted == '*') {
                return matchesRest(p, path, i);
            }
            if (i == path.length() || (wanted == '?' ? path.charAt(i) == '\\' : wanted != path.charAt(i))) {
                return false;
            }
        }
        return i == path.length();
    }

    private boolean matchesRest(int star, String path, int at) {
        boolean names = star + 1 < text.length() && text.charAt(star + 1) == '*';
        for (int i = at; ; i++) {
            if (matches(star + (names ? 2 : 1), path, i)) {
                return true;
            }
            if (i == path.length() || !names && path.charAt(i) == '\\') {
                return false;
            }
        }
    }

    /** Whether it may match something below {@code folder} that it does not say of the folder. */
    boolean mayLieBelow(String folder) {
        String above = WindowsNames.fold(folder);
        String start = text.substring(0, literal);
        if (literal > above.length() + 1) {
            return within(start, above);
        }
        int slash = start.lastIndexOf('\\');
        String parent = slash < 0 ? start : start.substring(0, slash);
        boolean aboutAll = about() && literal + 2 == text.length() && within(above, parent);
        return !aboutAll && within(above, parent);
    }

    private static boolean within(String path, String folder) {
        return path.startsWith(folder) && (path.length() == folder.length() || path.charAt(folder.length()) == '\\');
    }
}
