package studio.ctnr.engine.rules;

import java.util.Arrays;
import java.util.stream.Collectors;
import studio.ctnr.container.WindowsNames;

/**
 * A pattern for one name: {@code *} stands for any characters, {@code ?} for one, {@code [*]}, {@code [?]} and
 * {@code [[]} for the character in the brackets; case does not count. A match takes at most the product of both lengths
 * in steps.
 */
final class NameGlob implements TextTest {
    private static final char ANY = '*';
    private static final char ONE = '?';

    /** The pattern's characters in folded form, and for each whether it is a wildcard. */
    private final char[] pattern;

    private final boolean[] wild;
    private final int literals;
    private final boolean literal;

    private NameGlob(char[] pattern, boolean[] wild) {
        this.pattern = pattern;
        this.wild = wild;
        int count = 0;
        for (boolean one : wild) {
            count += one ? 0 : 1;
        }
        this.literals = count;
        this.literal = count == pattern.length;
    }

    static NameGlob of(String text) {
        String folded = WindowsNames.fold(text);
        char[] pattern = new char[folded.length()];
        boolean[] wild = new boolean[folded.length()];
        int length = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c == '[' && i + 2 < folded.length() && folded.charAt(i + 2) == ']' && special(folded.charAt(i + 1))) {
                pattern[length++] = folded.charAt(i + 1);
                i += 2;
            } else if (c != ANY || length == 0 || pattern[length - 1] != ANY || !wild[length - 1]) {
                wild[length] = c == ANY || c == ONE;
                pattern[length++] = c;
            }
        }
        return new NameGlob(Arrays.copyOf(pattern, length), Arrays.copyOf(wild, length));
    }

    /** The pattern that means {@code name} and nothing else. */
    static String quote(String name) {
        StringBuilder quoted = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == ANY || c == ONE || c == '[' && i + 2 < name.length() && name.charAt(i + 2) == ']') {
                quoted.append('[').append(c).append(']');
            } else {
                quoted.append(c);
            }
        }
        return quoted.toString();
    }

    /** The pattern that means this very path: as {@link #quote}, name by name. */
    static String quotePath(String path) {
        return Arrays.stream(path.split("\\\\")).map(NameGlob::quote).collect(Collectors.joining("\\"));
    }

    private static boolean special(char c) {
        return c == ANY || c == ONE || c == '[';
    }

    boolean isLiteral() {
        return literal;
    }

    /** The one name that a literal pattern means, folded. */
    String name() {
        return new String(pattern);
    }

    @Override
    public Specificity specificity() {
        return literal ? new Specificity(1, 0, 0, 0) : new Specificity(0, literals, 0, 0);
    }

    @Override
    public boolean test(String text) {
        return matches(WindowsNames.fold(text));
    }

    /** Goes back to the last star only: an earlier one never has to take more than it first did. */
    boolean matches(String folded) {
        int at = 0;
        int in = 0;
        int star = -1;
        int retry = 0;
        while (at < folded.length()) {
            if (in < pattern.length && wild[in] && pattern[in] == ANY) {
                star = in++;
                retry = at;
            } else if (in < pattern.length && (wild[in] || pattern[in] == folded.charAt(at))) {
                in++;
                at++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        while (in < pattern.length && wild[in] && pattern[in] == ANY) {
            in++;
        }
        return in == pattern.length;
    }
}
