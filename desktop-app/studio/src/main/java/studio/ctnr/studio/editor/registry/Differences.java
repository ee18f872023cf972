package studio.ctnr.studio.editor.registry;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.workbench.compare.Change;
import studio.ctnr.workbench.compare.ContainerHives;
import studio.ctnr.workbench.compare.RegistryDifference;

/** All in which a registry differs from another, in the order in which the editor shows it. */
final class Differences {
    static final Differences NONE = new Differences(List.of());

    private final List<Difference> all;
    private final Map<RegistryPlace, Difference> byPlace = new TreeMap<>();
    private final Set<KeyPath> above = new HashSet<>();

    private Differences(Collection<Difference> found) {
        all = found.stream().sorted(Comparator.comparing(Difference::place)).toList();
        for (Difference each : all) {
            byPlace.put(each.place(), each);
            KeyPath key = each.isKey() ? each.key().parent() : each.key();
            while (above.add(key) && !key.equals(key.parent())) {
                key = key.parent();
            }
        }
    }

    /** Compares; the caller sees to it that neither is changed meanwhile. */
    static Differences between(Map<String, Hive> theirs, Map<String, Hive> ours) {
        List<RegistryDifference> found = ContainerHives.differences(theirs, ours);
        return new Differences(found.stream().map(Difference::of).toList());
    }

    List<Difference> all() {
        return all;
    }

    /** What became of a key: added or removed as a whole, changed in its permissions, or nothing. */
    Optional<Change> of(KeyPath key) {
        return Optional.ofNullable(byPlace.get(RegistryPlace.of(key))).map(Difference::change);
    }

    Optional<Difference> of(RegistryPlace value) {
        return Optional.ofNullable(byPlace.get(value));
    }

    /** Whether something in a key or below it differs. */
    boolean holds(KeyPath key) {
        return above.contains(key);
    }
}
