package studio.ctnr.engine.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pattern for a whole path, of files or of keys: {@link NameGlob}s with back slashes between, and {@code **} for any
 * number of names, none included.
 *
 * @param steps from the drive or root down; an empty step is {@code **}
 */
record Glob(List<Optional<NameGlob>> steps) {
    private static final int LONGEST = 2048;
    private static final int MOST_DEEP = 8;

    Glob {
        steps = List.copyOf(steps);
    }

    /** @throws IllegalArgumentException when the pattern makes no sense; says why */
    static Glob of(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("the pattern is longer than %d characters".formatted(LONGEST));
        }
        List<Optional<NameGlob>> steps = new ArrayList<>();
        for (String name : text.replace('/', '\\').split("\\\\")) {
            if (name.equals("**")) {
                if (steps.isEmpty() || steps.getLast().isPresent()) {
                    steps.add(Optional.empty());
                }
            } else if (name.contains("**")) {
                throw new IllegalArgumentException("** stands alone between back slashes, not as in " + name);
            } else if (name.isEmpty() || name.equals(".") || name.equals("..")) {
                throw new IllegalArgumentException(
                        name.isEmpty() ? "the pattern has an empty name" : "the pattern steps through " + name);
            } else {
                steps.add(Optional.of(NameGlob.of(name)));
            }
        }
        if (steps.isEmpty() || steps.stream().filter(Optional::isEmpty).count() > MOST_DEEP) {
            throw new IllegalArgumentException(
                    steps.isEmpty() ? "the pattern is empty" : "the pattern has more than %d **".formatted(MOST_DEEP));
        }
        return new Glob(steps);
    }

    Specificity specificity() {
        Specificity sum = new Specificity(0, 0, 0, 0);
        for (Optional<NameGlob> step : steps) {
            sum = sum.plus(step.map(NameGlob::specificity).orElse(new Specificity(0, 0, 0, 1)));
        }
        return sum;
    }

    /** The same pattern with {@code names} put in before step {@code at}. */
    Glob insert(int at, String... names) {
        List<Optional<NameGlob>> more = new ArrayList<>(steps);
        for (int i = 0; i < names.length; i++) {
            more.add(at + i, Optional.of(NameGlob.of(names[i])));
        }
        return new Glob(more);
    }

    /** The same pattern with step {@code at} put otherwise. */
    Glob replace(int at, String name) {
        List<Optional<NameGlob>> other = new ArrayList<>(steps);
        other.set(at, Optional.of(NameGlob.of(name)));
        return new Glob(other);
    }

    /** Whether step {@code at} is there and means {@code folded} and nothing else. */
    boolean isLiteral(int at, String folded) {
        return at < steps.size()
                && steps.get(at)
                        .filter(step -> step.isLiteral() && step.name().equals(folded))
                        .isPresent();
    }
}
