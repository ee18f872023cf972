package studio.ctnr.container.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.ctnr.container.yaml.BlockWriter;
import studio.ctnr.container.yaml.KeyOrder;
import studio.ctnr.container.yaml.YamlException;
import studio.ctnr.container.yaml.YamlPath;
import studio.ctnr.container.yaml.YamlText;
import tools.jackson.databind.JsonNode;

/** Reads values that somebody typed, for instance on a command line, where nothing tells a text from a number. */
public final class ConfigValues {
    private ConfigValues() {}

    /**
     * What {@code typed} means at {@code path}: a text stays a text where the schema wants one ({@code version 1.0});
     * elsewhere it is read as YAML ({@code true}, {@code [a, b]}, <code>{key: A, value: B}</code>).
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static Object read(String path, String typed) {
        boolean text = SchemaNodes.at(YamlPath.of(path))
                .flatMap(schema -> SchemaNodes.keyword(schema, "type"))
                .map(JsonNode::asString)
                .filter("string"::equals)
                .isPresent();
        if (text) {
            return typed;
        }
        try {
            return typed.isEmpty()
                    ? ""
                    : YamlText.parse(typed, KeyOrder.NONE).root().value();
        } catch (YamlException e) {
            throw new IllegalArgumentException("The value for " + path + " can't be read: " + e.getMessage(), e);
        }
    }

    /** The value that holds at {@code path} where a file is silent about it; empty when there is none. */
    public static Optional<Object> usual(String path) {
        return SchemaNodes.at(YamlPath.of(path))
                .flatMap(schema -> SchemaNodes.keyword(schema, "default"))
                .map(usual -> usual.isBoolean() ? usual.asBoolean() : usual.asString());
    }

    /** The setting that somebody probably meant by {@code path}, where its last key is not known. */
    public static Optional<String> meant(String path) {
        YamlPath unknown = YamlPath.of(path);
        if (unknown.steps().isEmpty() || !(unknown.last() instanceof YamlPath.Key(String name))) {
            return Optional.empty();
        }
        return SchemaNodes.at(unknown.parent())
                .map(SchemaNodes::keys)
                .filter(keys -> !keys.contains(name))
                .flatMap(keys -> Nearest.to(name, keys))
                .map(key -> unknown.parent().key(key).toString());
    }

    /** A value for people to read: a single one bare, a map or list as YAML, each line ended by a line feed. */
    public static String write(Object value) {
        return switch (value) {
            case null -> "\n";
            case BigDecimal number -> number.toPlainString() + "\n";
            case Object collection when BlockWriter.isNested(collection) -> BlockWriter.STANDARD.lines(0, collection);
            case Map<?, ?> empty -> "{}\n";
            case List<?> empty -> "[]\n";
            default -> value + "\n";
        };
    }
}
