package studio.ctnr.workbench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import studio.ctnr.container.config.ConfigDocument;

/** The settings of a config.yml by their paths, and in what two of them differ. */
final class Settings {
    /** What names an item of a list: see the schema. */
    private static final List<String> NAMES = List.of("name", "key", "path", "extension", "scheme");

    /** They follow from the files, which are compared by themselves. */
    private static final String HASHES = "hashes";

    private final Map<String, String> values = new TreeMap<>();

    private Settings(ConfigDocument document) {
        if (document.values() instanceof Map<?, ?> top) {
            top.forEach((key, value) -> {
                if (!HASHES.equals(key)) {
                    add(String.valueOf(key), value);
                }
            });
        }
    }

    private void add(String path, Object value) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((key, below) -> add(path + "." + key, below));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    add(path + "[" + name(list.get(i)).orElse(Integer.toString(i)) + "]", list.get(i));
                }
            }
            case null -> values.put(path, "");
            default -> values.put(path, value.toString());
        }
    }

    private static Optional<String> name(Object item) {
        if (!(item instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        return NAMES.stream()
                .map(map::get)
                .filter(name -> name instanceof String)
                .map(Object::toString)
                .findFirst();
    }

    static List<SettingDifference> compare(ConfigDocument first, ConfigDocument second) {
        Map<String, String> before = new Settings(first).values;
        Map<String, String> after = new Settings(second).values;
        SortedSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<SettingDifference> differences = new ArrayList<>();
        for (String path : paths) {
            Optional<String> one = Optional.ofNullable(before.get(path));
            Optional<String> other = Optional.ofNullable(after.get(path));
            if (!one.equals(other)) {
                differences.add(new SettingDifference(path, Change.of(one.isPresent(), other.isPresent()), one, other));
            }
        }
        return differences;
    }
}
