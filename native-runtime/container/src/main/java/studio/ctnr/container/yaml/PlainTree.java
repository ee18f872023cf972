package studio.ctnr.container.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.ctnr.container.yaml.YamlPath.Index;
import studio.ctnr.container.yaml.YamlPath.Key;
import studio.ctnr.container.yaml.YamlPath.Step;

/** What an edit means for the values alone, whatever the text looks like: the measure that each edit is held to. */
final class PlainTree {
    private PlainTree() {}

    /** The value with every number as YAML would be read, so that equal ones are equal. */
    static Object normal(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> copy = new LinkedHashMap<>();
                map.forEach((key, child) -> copy.put((String) key, normal(child)));
                yield copy;
            }
            case List<?> list -> {
                List<Object> copy = new ArrayList<>();
                list.forEach(child -> copy.add(normal(child)));
                yield copy;
            }
            case String text -> text;
            case Boolean bool -> bool;
            case Number number -> {
                BigDecimal exact = new BigDecimal(number.toString());
                yield exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
            }
            case null -> null;
            default -> throw new IllegalArgumentException("Not a value that YAML can hold: " + value.getClass());
        };
    }

    /** The tree with {@code value} at {@code path}, which names a place there is or the one behind a list's last. */
    static Object with(Object tree, List<Step> path, Object value) {
        if (path.isEmpty()) {
            return value;
        }
        List<Step> rest = path.subList(1, path.size());
        return switch (path.getFirst()) {
            case Key(String name) -> {
                Map<String, Object> copy = map(tree);
                copy.put(name, with(copy.get(name), rest, value));
                yield copy;
            }
            case Index(int number) -> {
                List<Object> copy = list(tree);
                if (number == copy.size()) {
                    copy.add(with(null, rest, value));
                } else {
                    copy.set(number, with(copy.get(number), rest, value));
                }
                yield copy;
            }
        };
    }

    /** The tree with {@code value} put in before the item at {@code path}. */
    static Object withInserted(Object tree, List<Step> path, Object value) {
        if (path.size() == 1) {
            List<Object> copy = list(tree);
            copy.add(((Index) path.getFirst()).number(), value);
            return copy;
        }
        return child(tree, path, rest -> withInserted(rest.tree, rest.path, value));
    }

    static Object without(Object tree, List<Step> path) {
        if (path.size() > 1) {
            return child(tree, path, rest -> without(rest.tree, rest.path));
        }
        return switch (path.getFirst()) {
            case Key(String name) -> {
                Map<String, Object> copy = map(tree);
                copy.remove(name);
                yield copy;
            }
            case Index(int number) -> {
                List<Object> copy = list(tree);
                copy.remove(number);
                yield copy;
            }
        };
    }

    private record Rest(Object tree, List<Step> path) {}

    private static Object child(Object tree, List<Step> path, java.util.function.Function<Rest, Object> change) {
        List<Step> rest = path.subList(1, path.size());
        Object child = switch (path.getFirst()) {
            case Key(String name) -> map(tree).get(name);
            case Index(int number) -> list(tree).get(number);
        };
        return with(tree, path.subList(0, 1), change.apply(new Rest(child, rest)));
    }

    private static Map<String, Object> map(Object tree) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> copy.put((String) key, value));
        }
        return copy;
    }

    private static List<Object> list(Object tree) {
        return tree instanceof List<?> list ? new ArrayList<>(list) : new ArrayList<>();
    }
}
