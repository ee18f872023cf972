package studio.ctnr.engine.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import studio.ctnr.engine.change.ChangeKind;
import studio.ctnr.engine.internal.yaml.YamlSection;
import studio.ctnr.engine.rules.Rule.Conditions;
import studio.ctnr.engine.rules.Rule.Type;

/** Reads a file of rules; its form is described in {@code docs/rules.md}. */
final class RuleFile {
    private static final Set<String> TOP = Set.of("topic", "files", "registry");
    private static final Set<String> FILE_KEYS =
            Set.of("id", "path", "path-regex", "type", "change", "process", "parent", "verdict", "reason");
    private static final Set<String> REGISTRY_KEYS = Set.of(
            "id",
            "key",
            "key-regex",
            "value",
            "value-regex",
            "data",
            "data-regex",
            "change",
            "process",
            "parent",
            "verdict",
            "reason");
    private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

    private RuleFile() {}

    static List<Rule> read(YamlSection file) throws IOException {
        file.allow(TOP);
        String topic = file.requiredText("topic");
        List<Rule> rules = new ArrayList<>();
        for (YamlSection rule : file.sections("files")) {
            rule.allow(FILE_KEYS);
            rules.add(rule(rule, topic, Subject.FILES, "path"));
        }
        for (YamlSection rule : file.sections("registry")) {
            rule.allow(REGISTRY_KEYS);
            rules.add(rule(rule, topic, Subject.REGISTRY, "key"));
        }
        return rules;
    }

    private static Rule rule(YamlSection rule, String topic, Subject subject, String place) throws IOException {
        String id = rule.requiredText("id");
        if (!ID.matcher(id).matches()) {
            throw rule.problem("id", id + " is no id: use small letters, digits, dots and dashes");
        }
        Outcome outcome = outcome(rule);
        Verdict verdict = new Verdict(outcome, Verdict.Source.RULE, id, topic, rule.requiredText("reason"));
        List<String> patterns = rule.texts(place);
        if (patterns.isEmpty()) {
            if (!rule.has(place + "-regex") && !rule.has("process") && !rule.has("parent")) {
                throw rule.missing(place);
            }
            patterns = List.of("**");
        }
        Conditions conditions = new Conditions(
                rule.text(place + "-regex"),
                rule.text("value"),
                rule.text("value-regex"),
                rule.text("data"),
                rule.text("data-regex"),
                changes(rule),
                type(rule),
                writtenBy(rule));
        Rule read = new Rule(verdict, subject, patterns, conditions);
        check(rule, read, place);
        return read;
    }

    /** Compiles every part once, so that a wrong one is told with its place. */
    private static void check(YamlSection section, Rule rule, String place) throws IOException {
        for (String pattern : rule.patterns()) {
            try {
                Places.anywhere().globs(rule.subject(), pattern);
            } catch (IllegalArgumentException wrong) {
                throw section.problem(place, wrong.getMessage());
            }
        }
        for (String regex : List.of(place + "-regex", "value-regex", "data-regex")) {
            Optional<String> text = section.text(regex);
            try {
                text.ifPresent(expression ->
                        new BoundedRegex(expression, rule.verdict().rule()));
            } catch (IllegalArgumentException wrong) {
                throw section.problem(regex, wrong.getMessage());
            }
        }
    }

    private static Outcome outcome(YamlSection rule) throws IOException {
        String text = rule.text("verdict").orElse("exclude");
        return switch (text) {
            case "exclude" -> Outcome.EXCLUDE;
            case "include" -> Outcome.INCLUDE;
            default -> throw rule.problem("verdict", "\"verdict\" is exclude or include, not " + text);
        };
    }

    private static Set<ChangeKind> changes(YamlSection rule) throws IOException {
        Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
        for (String text : rule.texts("change")) {
            try {
                kinds.add(ChangeKind.valueOf(text.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw rule.problem("change", "\"change\" is added, changed or deleted, not " + text);
            }
        }
        return kinds;
    }

    private static WrittenBy writtenBy(YamlSection rule) throws IOException {
        for (String key : List.of("process", "parent")) {
            try {
                new WrittenBy(rule.text(key), Optional.empty());
            } catch (IllegalArgumentException wrong) {
                throw rule.problem(key, wrong.getMessage());
            }
        }
        return new WrittenBy(rule.text("process"), rule.text("parent"));
    }

    private static Optional<Type> type(YamlSection rule) throws IOException {
        Optional<String> text = rule.text("type");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (text.get()) {
            case "file" -> Optional.of(Type.FILE);
            case "folder" -> Optional.of(Type.FOLDER);
            default -> throw rule.problem("type", "\"type\" is file or folder, not " + text.get());
        };
    }
}
