package studio.ctnr.container.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.ctnr.container.yaml.YamlPath;
import tools.jackson.databind.JsonNode;

/**
 * What the schema offers at a place of a config.yml that is being typed. The text need not be whole YAML: where the place
 * belongs is told by indentation alone, as people write such files.
 */
public final class ConfigCompletion {
    private static final Pattern LINE =
            Pattern.compile("(?<indent> *)(?<dashes>(?:- +)*)(?:\"?(?<key>[^\\s:#\"'{}\\[\\],][^:\"]*?)\"?:)?.*");
    private static final Pattern VALUE = Pattern.compile(" *(?:- +)*\"?(?<key>[\\w.-]+)\"?: +[\"']?(?<typed>[\\w.-]*)");
    private static final Pattern KEY = Pattern.compile(" *(?:- +)*(?<typed>[\\w.-]*)");

    private ConfigCompletion() {}

    /**
     * What may stand at a place.
     *
     * @param start where the part that is typed already begins; what is chosen takes its place up to the caret
     * @param offers in the schema's order, those that begin like what is typed
     */
    public record Completion(int start, List<Offer> offers) {}

    /**
     * @param text what is inserted: a key with its colon, or a value
     * @param description of the schema; may be empty
     */
    public record Offer(String text, String description) {}

    /** What may stand at the caret, an offset in {@code text}; without offers where nothing is known. */
    public static Completion at(String text, int caret) {
        int start = text.lastIndexOf('\n', caret - 1) + 1;
        String before = text.substring(start, caret);
        Matcher value = VALUE.matcher(before);
        Matcher key = KEY.matcher(before);
        if (value.matches()) {
            YamlPath path = parent(text, start, indent(before)).key(value.group("key"));
            return new Completion(caret - value.group("typed").length(), values(path, value.group("typed")));
        }
        if (key.matches()) {
            YamlPath parent = parent(text, start, indent(before));
            return new Completion(caret - key.group("typed").length(), keys(parent, key.group("typed")));
        }
        return new Completion(caret, List.of());
    }

    private static List<Offer> keys(YamlPath parent, String typed) {
        List<Offer> offers = new ArrayList<>();
        for (String key : SchemaNodes.at(parent).map(SchemaNodes::keys).orElse(List.of())) {
            if (key.startsWith(typed)) {
                JsonNode schema = SchemaNodes.at(parent.key(key)).orElseThrow();
                offers.add(new Offer(key + (isNested(schema) ? ":" : ": "), description(schema)));
            }
        }
        return offers;
    }

    private static List<Offer> values(YamlPath path, String typed) {
        Optional<JsonNode> schema = SchemaNodes.at(path);
        if (schema.isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>(SchemaNodes.words(schema.get()));
        if (SchemaNodes.keyword(schema.get(), "type")
                .filter(type -> type.asString().equals("boolean"))
                .isPresent()) {
            words.addAll(List.of("true", "false"));
        }
        return words.stream()
                .filter(word -> word.startsWith(typed))
                .map(word -> new Offer(word, ""))
                .toList();
    }

    private static boolean isNested(JsonNode schema) {
        return SchemaNodes.keyword(schema, "type")
                .map(JsonNode::asString)
                .filter(type -> type.equals("object") || type.equals("array"))
                .isPresent();
    }

    private static String description(JsonNode schema) {
        return SchemaNodes.keyword(schema, "description")
                .map(JsonNode::asString)
                .orElse("");
    }

    /** Where the key of a line stands: its spaces, and the dashes of list items before it. */
    private static int indent(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches() ? matcher.end("dashes") : 0;
    }

    /** The map that a key at this indentation, in the line that begins at {@code line}, belongs to. */
    private static YamlPath parent(String text, int line, int indent) {
        List<String> above = text.substring(0, line).lines().toList();
        List<YamlPath.Step> steps = new ArrayList<>();
        int inside = indent;
        boolean item = text.substring(line)
                .lines()
                .findFirst()
                .orElse("")
                .stripLeading()
                .startsWith("-");
        for (int i = above.size() - 1; i >= 0 && inside > 0; i--) {
            Matcher matcher = LINE.matcher(above.get(i));
            if (!matcher.matches() || matcher.group("key") == null) {
                continue;
            }
            int column = matcher.end("dashes");
            boolean dashed = !matcher.group("dashes").isEmpty();
            if (column < inside) {
                if (item) {
                    steps.addFirst(new YamlPath.Index(0));
                }
                steps.addFirst(new YamlPath.Key(matcher.group("key")));
                inside = matcher.end("indent");
                item = dashed;
            } else if (column == inside && dashed) {
                inside = matcher.end("indent") + 1;
                item = true;
            }
        }
        return new YamlPath(steps);
    }
}
