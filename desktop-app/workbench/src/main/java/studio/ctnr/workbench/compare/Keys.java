package studio.ctnr.workbench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.KeptDescriptor;
import studio.ctnr.container.hive.RegistryValue;

/**
 * Walks along two hives at once. A key that only one has is told with all that it holds. The descriptor that a key keeps
 * is told of the key, and is none of its values.
 */
final class Keys {
    private final List<RegistryDifference> differences = new ArrayList<>();

    static List<RegistryDifference> compare(String root, HiveKey first, HiveKey second) {
        Keys keys = new Keys();
        keys.compare(root, Optional.of(first), Optional.of(second));
        return keys.differences;
    }

    private void compare(String path, Optional<HiveKey> first, Optional<HiveKey> second) {
        Optional<RegistryValue> before = first.flatMap(KeptDescriptor::of);
        Optional<RegistryValue> after = second.flatMap(KeptDescriptor::of);
        boolean both = first.isPresent() && second.isPresent();
        if (!both || !before.map(KeptDescriptor::text).equals(after.map(KeptDescriptor::text))) {
            add(path, Optional.empty(), before, after, first.isPresent(), second.isPresent());
        }
        compareValues(path, first, second);
        if (first.isPresent()) {
            for (HiveKey child : first.get().children()) {
                compare(path + "\\" + child.name(), Optional.of(child), second.flatMap(key -> key.child(child.name())));
            }
        }
        if (second.isPresent()) {
            for (HiveKey child : second.get().children()) {
                if (first.flatMap(key -> key.child(child.name())).isEmpty()) {
                    compare(path + "\\" + child.name(), Optional.empty(), Optional.of(child));
                }
            }
        }
    }

    private void compareValues(String path, Optional<HiveKey> first, Optional<HiveKey> second) {
        if (first.isPresent()) {
            for (RegistryValue value : first.get().shownValues()) {
                Optional<RegistryValue> other = second.flatMap(key -> shown(key, value.name()));
                if (other.isEmpty() || !value.sameContent(other.get())) {
                    add(path, Optional.of(value.name()), Optional.of(value), other, true, other.isPresent());
                }
            }
        }
        if (second.isPresent()) {
            for (RegistryValue value : second.get().shownValues()) {
                if (first.flatMap(key -> shown(key, value.name())).isEmpty()) {
                    add(path, Optional.of(value.name()), Optional.empty(), Optional.of(value), false, true);
                }
            }
        }
    }

    private static Optional<RegistryValue> shown(HiveKey key, String name) {
        return key.value(name).filter(value -> !KeptDescriptor.is(value));
    }

    private void add(
            String path,
            Optional<String> name,
            Optional<RegistryValue> before,
            Optional<RegistryValue> after,
            boolean first,
            boolean second) {
        differences.add(new RegistryDifference(path, name, Change.of(first, second), before, after));
    }
}
