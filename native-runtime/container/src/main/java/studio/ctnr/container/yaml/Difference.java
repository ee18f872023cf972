package studio.ctnr.container.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import studio.ctnr.container.yaml.YamlNode.Alias;
import studio.ctnr.container.yaml.YamlNode.Mapping;
import studio.ctnr.container.yaml.YamlNode.Sequence;
import studio.ctnr.container.yaml.YamlPath.Index;
import studio.ctnr.container.yaml.YamlPath.Key;
import studio.ctnr.container.yaml.YamlPath.Step;

/** Turns "this value there" into the fewest edits that bring it about. */
final class Difference {
    private YamlText text;

    Difference(YamlText text) {
        this.text = text;
    }

    YamlText apply(YamlPath path, Object value) {
        set(path, value);
        return text;
    }

    private void set(YamlPath path, Object value) {
        Optional<YamlNode> found = text.find(path);
        if (found.isEmpty()) {
            insert(path, value);
            return;
        }
        YamlNode node = found.get();
        if (Objects.equals(node.value(), value)) {
            return;
        }
        if (node instanceof Mapping map
                && value instanceof Map<?, ?> wanted
                && !map.entries().isEmpty()
                && !wanted.isEmpty()) {
            setMap(path, map, wanted);
        } else if (node instanceof Sequence list
                && value instanceof List<?> wanted
                && !list.items().isEmpty()
                && !wanted.isEmpty()) {
            setList(path, list.value(), wanted);
        } else {
            Object expected = PlainTree.with(text.root().value(), path.steps(), value);
            text = text.checked(path, expected, edit -> edit.replace(path, value));
        }
    }

    private void setMap(YamlPath path, Mapping map, Map<?, ?> wanted) {
        // what is new comes first, so that the map is never empty on the way
        wanted.forEach((key, value) -> set(path.key((String) key), value));
        map.entries().stream()
                .filter(entry -> !wanted.containsKey(entry.key()))
                .forEach(entry -> text = text.remove(path.key(entry.key())));
    }

    private void setList(YamlPath path, List<?> present, List<?> wanted) {
        int shorter = Math.min(present.size(), wanted.size());
        int same = 0;
        while (same < shorter && Objects.equals(present.get(same), wanted.get(same))) {
            same++;
        }
        int sameEnd = 0;
        while (sameEnd < shorter - same
                && Objects.equals(present.get(present.size() - 1 - sameEnd), wanted.get(wanted.size() - 1 - sameEnd))) {
            sameEnd++;
        }
        int changed = shorter - sameEnd;
        for (int i = same; i < changed; i++) {
            set(path.index(i), wanted.get(i));
        }
        for (int i = changed; i < wanted.size() - sameEnd; i++) {
            insertItem(path.index(i), wanted.get(i));
        }
        for (int i = present.size() - sameEnd - 1; i >= changed; i--) {
            text = text.remove(path.index(i));
        }
    }

    private void insertItem(YamlPath path, Object value) {
        Object expected = PlainTree.withInserted(text.root().value(), path.steps(), value);
        text = text.checked(path, expected, edit -> edit.insert(path, value));
    }

    /** Puts in what is not there yet, together with whatever is missing above it. */
    private void insert(YamlPath path, Object value) {
        YamlPath above = path.parent();
        Optional<YamlNode> found = text.find(above);
        if (found.isEmpty() || YamlText.isMissing(found.get()) && !YamlText.isContainer(found.get())) {
            requireFirst(path);
            set(above, wrapped(path.last(), value));
            return;
        }
        YamlNode node = found.get();
        boolean fits = path.last() instanceof Key ? node instanceof Mapping : node instanceof Sequence;
        if (!fits) {
            throw new YamlEditException(above + " is " + describe(node) + ", which has no " + describe(path.last()));
        }
        if (path.last() instanceof Index(int number)
                && number > ((Sequence) node).items().size()) {
            throw new YamlEditException(
                    above + " has " + ((Sequence) node).items().size() + " items, so the next one is ["
                            + ((Sequence) node).items().size() + "]");
        }
        Object expected = PlainTree.with(text.root().value(), path.steps(), value);
        // an empty collection in several lines may hold comments, so it is kept as it is and filled
        boolean empty = YamlText.isMissing(node)
                && Lines.number(text.text(), node.start()) == Lines.number(text.text(), node.end());
        text = text.checked(
                path,
                expected,
                edit -> empty ? edit.replace(above, wrapped(path.last(), value)) : edit.insert(path, value));
    }

    private static void requireFirst(YamlPath path) {
        if (path.last() instanceof Index(int number) && number != 0) {
            throw new YamlEditException(path.parent() + " has no items yet, so the first one is [0]");
        }
    }

    private static Object wrapped(Step step, Object value) {
        return switch (step) {
            case Key(String name) -> Collections.singletonMap(name, value);
            case Index index -> new ArrayList<>(Collections.singletonList(value));
        };
    }

    private static String describe(YamlNode node) {
        return switch (node) {
            case Mapping map -> "a map";
            case Sequence list -> "a list";
            case Alias alias -> "an alias of a value that stands elsewhere";
            default -> "a single value";
        };
    }

    private static String describe(Step step) {
        return step instanceof Key ? "keys" : "items";
    }
}
