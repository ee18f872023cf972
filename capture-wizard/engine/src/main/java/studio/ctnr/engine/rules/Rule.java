package studio.ctnr.engine.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.ctnr.engine.change.ChangeKind;

/**
 * One rule, or one decision of the engineer.
 *
 * @param verdict what becomes of what it matches
 * @param subject whether it speaks of files or of the registry
 * @param patterns globs of paths or keys, any of which may match
 * @param conditions what has to hold besides
 */
public record Rule(Verdict verdict, Subject subject, List<String> patterns, Conditions conditions) {
    /**
     * What has to hold besides the path or key.
     *
     * @param regex is found in the path or key
     * @param value the name of a registry value; a rule with this speaks of values only, right in the matching keys
     * @param valueRegex is found in the name of a registry value; as {@code value} otherwise
     * @param data of a registry value, as text
     * @param dataRegex is found in the data of a registry value, as text
     * @param changes what happened; empty when it does not matter
     * @param type whether it is a file or a folder; a rule with this speaks of the matching paths only, not of what lies
     *     in them
     * @param writtenBy which program made the change
     */
    public record Conditions(
            Optional<String> regex,
            Optional<String> value,
            Optional<String> valueRegex,
            Optional<String> data,
            Optional<String> dataRegex,
            Set<ChangeKind> changes,
            Optional<Type> type,
            WrittenBy writtenBy) {
        public static final Conditions NONE = new Conditions(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                WrittenBy.ANYBODY);

        public Conditions {
            changes = Set.copyOf(changes);
        }

        /** These, and the value's name. */
        public Conditions withValue(Optional<String> glob) {
            return new Conditions(regex, glob, valueRegex, data, dataRegex, changes, type, writtenBy);
        }

        /** These, and the program that made the change. */
        public Conditions withWrittenBy(WrittenBy program) {
            return new Conditions(regex, value, valueRegex, data, dataRegex, changes, type, program);
        }
    }

    public enum Type {
        FILE,
        FOLDER
    }

    public Rule {
        patterns = List.copyOf(patterns);
    }

    boolean byEngineer() {
        return verdict.source() == Verdict.Source.ENGINEER;
    }
}
