package studio.ctnr.engine.rules;

import java.util.List;
import java.util.Optional;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.engine.rules.Rule.Conditions;

/**
 * What an engineer decided by hand.
 *
 * @param outcome of what it matches
 * @param pattern a glob of paths or keys; what lies in a matching folder or key is meant too
 * @param value a glob of value names, to mean values right in the matching keys only
 * @param process a glob of programs' file names, to mean what one of those made
 * @param reason why, in the engineer's words; may be empty
 */
public record Decision(
        Outcome outcome, String pattern, Optional<String> value, Optional<String> process, String reason) {
    private static final String TOPIC = "Your decisions";

    /** @throws IllegalArgumentException when the pattern makes no sense; says why, and what would */
    public Decision {
        Subject subject = Subject.of(pattern);
        Places.anywhere().globs(subject, pattern);
        if (value.isPresent() && subject == Subject.FILES) {
            throw new IllegalArgumentException(
                    "a value belongs to a registry key, and %s is none: begin with HKLM, HKCU, HKCR or HKU"
                            .formatted(pattern));
        }
        new WrittenBy(process, Optional.empty());
    }

    /** Whoever made the changes. */
    public Decision(Outcome outcome, String pattern, Optional<String> value, String reason) {
        this(outcome, pattern, value, Optional.empty(), reason);
    }

    boolean sameTarget(Decision other) {
        return WindowsNames.fold(pattern).equals(WindowsNames.fold(other.pattern))
                && value.map(WindowsNames::fold).equals(other.value.map(WindowsNames::fold))
                && process.map(WindowsNames::fold).equals(other.process.map(WindowsNames::fold));
    }

    /** @param place where it stands, such as {@code verdicts.yml:4} */
    Rule rule(String place) {
        return rule(Verdict.Source.ENGINEER, place, TOPIC, told("the engineer"));
    }

    /** What it says, as a rule whose verdict is told of in these words. */
    Rule rule(Verdict.Source source, String id, String topic, String told) {
        Verdict verdict = new Verdict(outcome, source, id, topic, told);
        return new Rule(verdict, Subject.of(pattern), List.of(pattern), conditions());
    }

    Conditions conditions() {
        return Conditions.NONE.withValue(value).withWrittenBy(new WrittenBy(process, Optional.empty()));
    }

    /** The reason, or who decided. */
    String told(String by) {
        return reason.isEmpty() ? (outcome == Outcome.INCLUDE ? "Included" : "Excluded") + " by " + by : reason;
    }
}
