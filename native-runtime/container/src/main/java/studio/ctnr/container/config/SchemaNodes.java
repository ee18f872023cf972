package studio.ctnr.container.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.ctnr.container.yaml.YamlPath;
import studio.ctnr.container.yaml.YamlPath.Index;
import studio.ctnr.container.yaml.YamlPath.Key;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema of config.yml as a tree: what it says about the value at a path. */
final class SchemaNodes {
    private SchemaNodes() {}

    private static final class Holder {
        private static final JsonNode ROOT = load();

        private static JsonNode load() {
            try (InputStream in = SchemaNodes.class.getResourceAsStream("config.schema.json")) {
                return JsonMapper.builder().build().readTree(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static JsonNode root() {
        return Holder.ROOT;
    }

    /** What it says about the value at {@code path}, which may lead through a reference; empty for unknown keys. */
    static Optional<JsonNode> at(YamlPath path) {
        JsonNode node = root();
        for (YamlPath.Step step : path.steps()) {
            node = switch (step) {
                case Key(String name) -> target(node).path("properties").path(name);
                case Index index -> target(node).path("items");
            };
        }
        return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }

    /** What a reference leads to. */
    private static JsonNode target(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode() ? node : root().at(reference.asString().substring(1));
    }

    /** A keyword of the value's schema, or of the one that it refers to. */
    static Optional<JsonNode> keyword(JsonNode schema, String keyword) {
        JsonNode own = schema.path(keyword);
        JsonNode found = own.isMissingNode() ? target(schema).path(keyword) : own;
        return found.isMissingNode() ? Optional.empty() : Optional.of(found);
    }

    /** The keys that a map knows, in the schema's order. */
    static List<String> keys(JsonNode schema) {
        return new ArrayList<>(target(schema).path("properties").propertyNames());
    }

    /** The words that a text is one of; empty when any text will do. Words that are read as another are left out. */
    static List<String> words(JsonNode schema) {
        List<String> words = new ArrayList<>();
        keyword(schema, "enum").ifPresent(list -> list.forEach(word -> words.add(word.asString())));
        words.remove("mixto");
        return words;
    }
}
