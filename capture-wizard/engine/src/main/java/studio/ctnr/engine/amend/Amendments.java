package studio.ctnr.engine.amend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import studio.ctnr.container.AtomicFile;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.container.config.Isolation.Mode;
import studio.ctnr.container.config.Isolation.Rule;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.RegistryChange.OfValue;

/**
 * What an engineer changes of a capture beside including and excluding: {@code amendments.yml} of a project, described in
 * {@code docs/project.md}. The change set itself stays as it was captured.
 *
 * @param values values that get other data than was captured, one for each key and name
 * @param isolation rules that the container's {@code config.yml} gets, one for each path
 * @param application what it says of the application in the place of what was found
 */
public record Amendments(List<Value> values, List<Rule> isolation, Described application) {
    /** Nothing is changed. */
    public static final Amendments NONE = new Amendments(List.of(), List.of(), Described.NOTHING);

    /** A value of a key as it is to be. */
    public record Value(KeyPath key, RegistryValue value) {
        boolean is(KeyPath otherKey, String name) {
            return key.equals(otherKey) && WindowsNames.fold(value.name()).equals(WindowsNames.fold(name));
        }
    }

    public Amendments {
        values = List.copyOf(values);
        isolation = List.copyOf(isolation);
    }

    /** @throws IOException with file, line and remedy when something in it is wrong; none when there is no file */
    public static Amendments read(Path file) throws IOException {
        return Files.exists(file) ? AmendmentsText.read(file) : NONE;
    }

    /** Puts these in the place of {@code file} in one step; no file when there are none. */
    public void write(Path file) throws IOException {
        if (equals(NONE)) {
            Files.deleteIfExists(file);
        } else {
            AtomicFile.write(file, AmendmentsText.of(this));
        }
    }

    /** What a value is to be; empty when it stays as captured. */
    public Optional<RegistryValue> value(KeyPath key, String name) {
        return values.stream()
                .filter(each -> each.is(key, name))
                .map(Value::value)
                .findFirst();
    }

    /** What is captured, with the data that it is to have. A value that was deleted stays so. */
    public OfValue amended(OfValue captured) {
        return other(captured)
                .map(value -> new OfValue(captured.key(), captured.before(), Optional.of(value), captured.writing()))
                .orElse(captured);
    }

    /** Whether {@link #amended} gives other data. */
    public boolean amends(OfValue captured) {
        return other(captured).isPresent();
    }

    private Optional<RegistryValue> other(OfValue captured) {
        return captured.after().isEmpty() ? Optional.empty() : value(captured.key(), captured.name());
    }

    /** These, with other data for a value. */
    public Amendments with(KeyPath key, RegistryValue value) {
        return new Amendments(
                plus(values, each -> each.is(key, value.name()), new Value(key, value)), isolation, application);
    }

    /** These, with a value as it was captured. */
    public Amendments without(KeyPath key, String name) {
        return new Amendments(
                values.stream().filter(each -> !each.is(key, name)).toList(), isolation, application);
    }

    /** The mode that a rule for just this pattern gives; empty when there is none. */
    public Optional<Mode> mode(String pattern) {
        return isolation.stream()
                .filter(rule -> rule.path().equalsIgnoreCase(pattern))
                .map(Rule::mode)
                .findFirst();
    }

    /** These, with a rule; it takes the place of one for the same path. */
    public Amendments with(Rule rule) {
        return new Amendments(
                values, plus(isolation, each -> each.path().equalsIgnoreCase(rule.path()), rule), application);
    }

    /** These, without the rule for a path. */
    public Amendments withoutRule(String pattern) {
        return new Amendments(
                values,
                isolation.stream()
                        .filter(each -> !each.path().equalsIgnoreCase(pattern))
                        .toList(),
                application);
    }

    /** These, with these rules and no others. */
    public Amendments withRules(List<Rule> rules) {
        return new Amendments(values, rules, application);
    }

    /** These, with something else said of the application. */
    public Amendments with(Described said) {
        return new Amendments(values, isolation, said);
    }

    /** The changes with these values. */
    public ChangeSet over(ChangeSet captured) {
        return values.isEmpty() ? captured : new AmendedChanges(captured, this);
    }

    private static <T> List<T> plus(List<T> some, Predicate<T> replaced, T one) {
        List<T> all = new ArrayList<>(some);
        all.removeIf(replaced);
        all.add(one);
        return all;
    }
}
