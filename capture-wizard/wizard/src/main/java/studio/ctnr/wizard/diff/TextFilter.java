package studio.ctnr.wizard.diff;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A text to look for: as it stands, or a regular expression between slashes. Case does not count.
 *
 * @param text in small letters; empty when an expression is looked for
 * @param expression may be null
 */
public record TextFilter(String text, Pattern expression) {
    public static final TextFilter ANY = new TextFilter("", null);

    /** How many characters an expression may look at before the search is given up. */
    private static final long PATIENCE = 400_000_000L;

    /** @throws PatternSyntaxException when the text between the slashes is no regular expression */
    public static TextFilter of(String typed) {
        String text = typed.strip();
        if (text.length() > 2 && text.startsWith("/") && text.endsWith("/")) {
            return new TextFilter(
                    "",
                    Pattern.compile(
                            text.substring(1, text.length() - 1), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
        }
        return new TextFilter(text.toLowerCase(Locale.ROOT), null);
    }

    /** What is wrong with it, in a few words, if anything is. */
    public static Optional<String> problem(String typed) {
        try {
            of(typed);
            return Optional.empty();
        } catch (PatternSyntaxException wrong) {
            return Optional.of(wrong.getDescription());
        }
    }

    public boolean isAny() {
        return expression == null && text.isEmpty();
    }

    /** A search over many texts, for one thread. */
    Search search() {
        return new Search();
    }

    final class Search {
        private final Watched watched = new Watched();

        boolean finds(String candidate) {
            if (expression == null) {
                return candidate.contains(text);
            }
            watched.text = candidate;
            return expression.matcher(watched).find();
        }
    }

    /** A search that takes for ever, as some expressions do, or is not wanted any more, ends. */
    private static final class Watched implements CharSequence {
        private String text = "";
        private long looked;

        @Override
        public char charAt(int index) {
            if ((++looked & 0xffff) == 0
                    && (looked > PATIENCE || Thread.currentThread().isInterrupted())) {
                throw new SearchGivenUp();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }
    }

    /** The expression took too long, or another search has begun. */
    public static final class SearchGivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SearchGivenUp() {
            super("The search took too long", null, false, false);
        }
    }
}
