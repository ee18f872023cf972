package studio.ctnr.container.config;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.config.ConfigProblem.Severity;
import studio.ctnr.container.yaml.Lines;
import studio.ctnr.container.yaml.Quoting;
import studio.ctnr.container.yaml.ScalarText;
import studio.ctnr.container.yaml.YamlNode;
import studio.ctnr.container.yaml.YamlPath;
import studio.ctnr.container.yaml.YamlPath.Key;
import studio.ctnr.container.yaml.YamlText;
import tools.jackson.databind.JsonNode;

/** Finds everything that is wrong in a config.yml, and says it with its place. */
final class ConfigCheck {
    private static final int LONGEST_QUOTE = 60;
    private static final Comparator<ConfigProblem> ORDER =
            Comparator.comparingInt(ConfigProblem::line).thenComparingInt(ConfigProblem::column);

    private final YamlText yaml;
    private final List<ConfigProblem> problems = new ArrayList<>();
    /** A value of the wrong type breaks other rules as well, which would say nothing new. */
    private final Set<YamlPath> wrong = new HashSet<>();

    private ConfigCheck(YamlText yaml) {
        this.yaml = yaml;
    }

    /** Errors and warnings, in the order of their places. */
    static List<ConfigProblem> of(YamlText yaml) {
        ConfigCheck check = new ConfigCheck(yaml);
        if (yaml.root().value() == null) {
            check.error(YamlPath.ROOT, "nothing is written here; id, name and version at least are needed");
            return check.problems;
        }
        ConfigSchema.check(yaml.root().value()).forEach(check::tell);
        check.unknownKeys(YamlPath.ROOT, yaml.root());
        if (check.problems.stream().noneMatch(ConfigProblem::isError)) {
            ConfigRules.check(ConfigReader.read(yaml.root().value()), check::error, check::warning);
        }
        check.problems.sort(ORDER);
        return check.problems;
    }

    /** Likewise, and whether what it names is in the container. */
    static List<ConfigProblem> of(YamlText yaml, ContainerFolder folder) throws IOException {
        List<ConfigProblem> problems = of(yaml);
        if (problems.stream().noneMatch(ConfigProblem::isError)) {
            ConfigCheck check = new ConfigCheck(yaml);
            FolderRules.check(ConfigReader.read(yaml.root().value()), folder, check::warning);
            problems.addAll(check.problems);
            problems.sort(ORDER);
        }
        return problems;
    }

    private void tell(ConfigSchema.Violation violation) {
        if (violation.keyword().equals("required")) {
            YamlPath missing = violation.path().key(violation.property());
            error(missing, "is missing; needed is " + accepted(missing));
        } else if (wrong.add(violation.path())) {
            Optional<String> near = near(violation);
            add(
                    Severity.ERROR,
                    violation.path(),
                    found(violation.path()) + "; accepted is " + accepted(violation.path()) + remedy(violation, near),
                    near);
        }
    }

    private String found(YamlPath path) {
        YamlNode node = yaml.find(path).orElseThrow();
        return switch (node.value()) {
            case String text -> "found " + quoted(text);
            case Map<?, ?> map -> "found a map";
            case List<?> list -> "found a list";
            case null -> "found nothing";
            case Boolean bool -> "found " + bool;
            default -> "found the number " + yaml.text().substring(node.start(), node.end());
        };
    }

    private static String quoted(String text) {
        String shown = text.length() > LONGEST_QUOTE
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE / 2)) + "…"
                : text;
        return ScalarText.of(shown, Quoting.DOUBLE);
    }

    private static String accepted(YamlPath path) {
        JsonNode schema = SchemaNodes.at(path).orElseThrow();
        List<String> words = SchemaNodes.words(schema);
        if (!words.isEmpty()) {
            return (words.size() > 1 ? "one of " : "")
                    + words.stream().map(ConfigCheck::quoted).collect(Collectors.joining(", "));
        }
        String description = SchemaNodes.keyword(schema, "description")
                .map(text -> ": " + text.asString())
                .orElse("");
        return type(schema) + description;
    }

    private static String type(JsonNode schema) {
        return switch (SchemaNodes.keyword(schema, "type")
                .map(JsonNode::asString)
                .orElse("")) {
            case "string" -> "a text";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "a map";
            default -> "something else";
        };
    }

    /** The word that was meant where another stands. */
    private Optional<String> near(ConfigSchema.Violation violation) {
        return yaml.find(violation.path())
                .map(YamlNode::value)
                .filter(String.class::isInstance)
                .flatMap(value -> Nearest.to(
                        (String) value,
                        SchemaNodes.words(SchemaNodes.at(violation.path()).orElseThrow())));
    }

    private String remedy(ConfigSchema.Violation violation, Optional<String> near) {
        Object value = yaml.find(violation.path()).map(YamlNode::value).orElse(null);
        JsonNode schema = SchemaNodes.at(violation.path()).orElseThrow();
        if (violation.keyword().equals("type") && type(schema).equals("a text")) {
            return value instanceof Number || value instanceof Boolean ? "; put it in quotes" : "";
        }
        if (value instanceof String text
                && violation.keyword().equals("type")
                && type(schema).startsWith("true")) {
            return text.matches("true|false")
                    ? "; write it without quotes"
                    : text.matches("(?i)true|yes|on")
                            ? "; write true"
                            : text.matches("(?i)false|no|off") ? "; write false" : "";
        }
        return suggestion(near);
    }

    private static String suggestion(Optional<String> word) {
        return word.map(near -> "; did you mean " + quoted(near) + "?").orElse("");
    }

    private void unknownKeys(YamlPath path, YamlNode node) {
        Optional<JsonNode> schema = SchemaNodes.at(path);
        switch (node) {
            case YamlNode.Sequence list
            when schema.isPresent() -> {
                for (int i = 0; i < list.items().size(); i++) {
                    unknownKeys(path.index(i), list.items().get(i));
                }
            }
            case YamlNode.Mapping map
            when schema.isPresent() -> {
                List<String> known = SchemaNodes.keys(schema.get());
                for (YamlNode.Entry entry : map.entries()) {
                    if (known.contains(entry.key())) {
                        unknownKeys(path.key(entry.key()), entry.value());
                    } else if (!known.isEmpty()) {
                        List<String> free = known.stream()
                                .filter(key -> map.entry(key).isEmpty())
                                .toList();
                        Optional<String> near = Nearest.to(entry.key(), free);
                        add(
                                Severity.WARNING,
                                path.key(entry.key()),
                                "is not known and has no effect; it is kept" + suggestion(near),
                                near);
                    }
                }
            }
            default -> {}
        }
    }

    private void error(YamlPath path, String message) {
        add(Severity.ERROR, path, message, Optional.empty());
    }

    private void warning(YamlPath path, String message) {
        add(Severity.WARNING, path, message, Optional.empty());
    }

    private void add(Severity severity, YamlPath path, String message, Optional<String> suggestion) {
        int offset = offset(path, severity == Severity.WARNING);
        problems.add(new ConfigProblem(
                severity,
                Lines.number(yaml.text(), offset),
                Lines.column(yaml.text(), offset),
                path.toString(),
                message,
                suggestion));
    }

    /** Where the value stands; its key when that is meant or it has no text; what should hold it when it is missing. */
    private int offset(YamlPath path, boolean keyIsMeant) {
        Optional<YamlNode> node = yaml.find(path);
        if (node.isEmpty()) {
            return path.steps().isEmpty() ? 0 : offset(path.parent(), false);
        }
        boolean empty = node.get().start() == node.get().end();
        if ((keyIsMeant || empty) && !path.steps().isEmpty() && path.last() instanceof Key(String name)) {
            return switch (yaml.find(path.parent()).orElseThrow()) {
                case YamlNode.Mapping map -> map.entry(name).orElseThrow().start();
                default -> node.get().start();
            };
        }
        return node.get().start();
    }
}
