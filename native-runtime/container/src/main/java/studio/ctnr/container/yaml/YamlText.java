package studio.ctnr.container.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import studio.ctnr.container.yaml.YamlNode.Alias;
import studio.ctnr.container.yaml.YamlNode.Entry;
import studio.ctnr.container.yaml.YamlNode.Mapping;
import studio.ctnr.container.yaml.YamlNode.Scalar;
import studio.ctnr.container.yaml.YamlNode.Sequence;
import studio.ctnr.container.yaml.YamlPath.Index;
import studio.ctnr.container.yaml.YamlPath.Key;

/**
 * A YAML text that is edited as text: an edit changes the lines it means to change, and comments, order, quoting and
 * line ends elsewhere survive byte for byte. Each edit is read back and compared with what it was to mean; one that
 * would have meant anything else is refused. Immutable: an edit gives a new text.
 */
public final class YamlText {
    private final String text;
    private final YamlNode root;
    private final KeyOrder order;

    private YamlText(String text, KeyOrder order) {
        this.text = text;
        this.root = YamlParser.parse(text);
        this.order = order;
    }

    /**
     * Reads a text.
     *
     * @param text without a byte-order mark
     * @throws YamlException when it is no YAML that is accepted
     */
    public static YamlText parse(String text, KeyOrder order) {
        return new YamlText(text, order);
    }

    public String text() {
        return text;
    }

    public YamlNode root() {
        return root;
    }

    KeyOrder order() {
        return order;
    }

    /** The node at {@code path}, through aliases as well. */
    public Optional<YamlNode> find(YamlPath path) {
        Optional<YamlNode> node = Optional.of(root);
        for (YamlPath.Step step : path.steps()) {
            node = node.map(found -> found instanceof Alias alias ? alias.target() : found)
                    .flatMap(found -> child(found, step));
        }
        return node;
    }

    static Optional<YamlNode> child(YamlNode node, YamlPath.Step step) {
        return switch (step) {
            case Key(String name)
            when node instanceof Mapping map -> map.entry(name).map(Entry::value);
            case Index(int number)
            when node instanceof Sequence list && number < list.items().size() ->
                Optional.of(list.items().get(number));
            default -> Optional.empty();
        };
    }

    /**
     * The text with {@code value} at {@code path}; what is missing on the way there is made. A map or list that takes
     * another's place changes only where the two differ.
     *
     * @param value String, Boolean, Number, null, or List or Map (with String keys) of those
     * @throws YamlEditException when it can't be done
     */
    public YamlText set(YamlPath path, Object value) {
        return new Difference(this).apply(path, PlainTree.normal(value));
    }

    /** The text with {@code value} behind the last item of the list at {@code list}, which is made if it is missing. */
    public YamlText add(YamlPath list, Object value) {
        Optional<YamlNode> node = find(list);
        if (node.isEmpty() || node.get().value() == null) {
            return set(list, List.of(value));
        }
        if (node.get() instanceof Sequence sequence) {
            return set(list.index(sequence.items().size()), value);
        }
        throw new YamlEditException(list + " is not a list that can be added to");
    }

    /** The text without what is at {@code path}. */
    public YamlText remove(YamlPath path) {
        if (path.steps().isEmpty()) {
            throw new YamlEditException("the whole document can't be removed");
        }
        if (find(path).isEmpty()) {
            throw new YamlEditException("there is no " + path);
        }
        Object expected = PlainTree.without(root.value(), path.steps());
        try {
            return checked(path, expected, edit -> edit.remove(path, false));
        } catch (YamlEditException e) {
            // an indented comment behind it would become part of a block scalar before it
            return checked(path, expected, edit -> edit.remove(path, true));
        }
    }

    /** Makes one edit and holds it to what it was to mean. */
    YamlText checked(YamlPath path, Object expected, Function<TextEdit, String> change) {
        YamlText after;
        try {
            after = parse(change.apply(new TextEdit(this)), order);
        } catch (YamlException e) {
            throw refused(path);
        }
        if (!PlainTree.normal(expected).equals(after.root.value())) {
            throw refused(path);
        }
        return after;
    }

    private static YamlEditException refused(YamlPath path) {
        return new YamlEditException(
                path + " is written in a way that can't be changed here without changing more; edit it by hand");
    }

    static boolean isContainer(YamlNode node) {
        return node instanceof Mapping || node instanceof Sequence;
    }

    static boolean isMissing(YamlNode node) {
        return node instanceof Scalar scalar && scalar.value() == null
                || node instanceof Mapping map && map.value().equals(Map.of())
                || node instanceof Sequence list && list.items().isEmpty();
    }
}
