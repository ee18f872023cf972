package studio.ctnr.engine.rules;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that is looked for anywhere in a text, case aside. It may come from anybody, so that the
 * characters that it looks at are counted: one that goes back and forth without end is stopped, not waited for.
 */
final class BoundedRegex implements TextTest {
    private static final int LONGEST = 1000;
    private static final int STEPS_PER_TEXT = 100_000;
    private static final long STEPS_TO_BEGIN_WITH = 20_000_000;
    private static final long MEAN_STEPS = 5_000;

    private final Pattern pattern;
    private final String owner;
    private long allowance = STEPS_TO_BEGIN_WITH;

    /**
     * @param owner what complaints call the rule that it belongs to
     * @throws IllegalArgumentException when it is no regular expression; says why
     */
    BoundedRegex(String regex, String owner) {
        this.owner = owner;
        if (regex.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "the regular expression is longer than %d characters".formatted(LONGEST));
        }
        try {
            this.pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(
                    "the regular expression is wrong at character %d: %s"
                            .formatted(wrong.getIndex() + 1, wrong.getDescription()),
                    wrong);
        } catch (StackOverflowError deep) {
            throw new IllegalArgumentException("the regular expression nests too deeply", deep);
        }
    }

    @Override
    public boolean test(String text) throws RuleException {
        Counted counted = new Counted(text, 0, text.length(), new Budget());
        try {
            boolean found = pattern.matcher(counted).find();
            allowance += MEAN_STEPS - (STEPS_PER_TEXT - counted.budget.left);
            if (allowance < 0) {
                throw tooSlow(text);
            }
            return found;
        } catch (TooManySteps | StackOverflowError endless) {
            throw tooSlow(text);
        }
    }

    private RuleException tooSlow(String text) {
        String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
        return new RuleException("The regular expression of the rule %s takes too long on %s: write it without nested"
                        .formatted(owner, shown)
                + " repetitions such as (a+)+");
    }

    @Override
    public Specificity specificity() {
        return new Specificity(0, 0, 1, 0);
    }

    private static final class Budget {
        private int left = STEPS_PER_TEXT;
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super(null, null, false, false);
        }
    }

    private record Counted(String text, int from, int to, Budget budget) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (--budget.left < 0) {
                throw new TooManySteps();
            }
            return text.charAt(from + index);
        }

        @Override
        public int length() {
            return to - from;
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text, from + start, from + end, budget);
        }

        @Override
        public String toString() {
            return text.substring(from, to);
        }
    }
}
