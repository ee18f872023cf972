package studio.ctnr.engine.observe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.engine.change.ChangeKind;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.observe.WineRegistryFile.Section;

/**
 * The keys in which two states of one Wine registry file differ. Sections whose text is the same are never parsed, and
 * of the others only places in the files are kept until their changes are asked for.
 */
final class RegistryDifference {
    private final WineRegistryFile before;
    private final WineRegistryFile after;
    private final List<ChangedKey> changed = new ArrayList<>();

    /** A key that is new, gone ({@code kind}) or has other values; sections are missing where the key has no values. */
    private record ChangedKey(
            KeyPath key, Optional<ChangeKind> kind, Optional<Section> before, Optional<Section> after) {}

    private RegistryDifference(WineRegistryFile before, WineRegistryFile after) {
        this.before = before;
        this.after = after;
    }

    static RegistryDifference between(WineRegistryFile before, WineRegistryFile after) throws IOException {
        RegistryDifference difference = new RegistryDifference(before, after);
        difference.compare();
        return difference;
    }

    private void compare() throws IOException {
        Map<KeyPath, Section> old = new HashMap<>();
        before.sections(section -> old.put(before.key(section), section));
        Set<KeyPath> oldKeys = withAncestors(old.keySet());
        Set<KeyPath> unmatched = new HashSet<>(old.keySet());
        Set<KeyPath> added = new HashSet<>();
        after.sections(section -> {
            KeyPath key = after.key(section);
            Section was = old.get(key);
            if (was == null) {
                boolean isNew = !oldKeys.contains(key);
                changed.add(new ChangedKey(key, kind(isNew, ChangeKind.ADDED), Optional.empty(), Optional.of(section)));
                addAncestors(key, oldKeys, added);
            } else {
                unmatched.remove(key);
                if (!WineRegistryFile.sameBody(before, was, after, section)) {
                    changed.add(new ChangedKey(key, Optional.empty(), Optional.of(was), Optional.of(section)));
                }
            }
        });
        Set<KeyPath> explicit = new HashSet<>();
        changed.forEach(change -> explicit.add(change.key()));
        added.stream()
                .filter(key -> !explicit.contains(key))
                .forEach(key -> changed.add(
                        new ChangedKey(key, Optional.of(ChangeKind.ADDED), Optional.empty(), Optional.empty())));
        if (!unmatched.isEmpty()) {
            addDeleted(old, unmatched);
        }
        changed.sort(Comparator.comparing(ChangedKey::key));
    }

    private void addDeleted(Map<KeyPath, Section> old, Set<KeyPath> unmatched) throws IOException {
        Set<KeyPath> gone = withAncestors(unmatched);
        Set<KeyPath> there = new HashSet<>();
        after.sections(section -> addAncestors(after.key(section), Set.of(), there));
        gone.removeIf(there::contains);
        for (KeyPath key : unmatched) {
            changed.add(new ChangedKey(
                    key, kind(gone.contains(key), ChangeKind.DELETED), Optional.of(old.get(key)), Optional.empty()));
        }
        gone.removeAll(unmatched);
        gone.forEach(key ->
                changed.add(new ChangedKey(key, Optional.of(ChangeKind.DELETED), Optional.empty(), Optional.empty())));
    }

    private static Optional<ChangeKind> kind(boolean applies, ChangeKind kind) {
        return applies ? Optional.of(kind) : Optional.empty();
    }

    private Set<KeyPath> withAncestors(Set<KeyPath> keys) {
        Set<KeyPath> all = new HashSet<>();
        keys.forEach(key -> addAncestors(key, Set.of(), all));
        return all;
    }

    private void addAncestors(KeyPath key, Set<KeyPath> known, Set<KeyPath> into) {
        KeyPath at = key;
        while (!at.equals(before.root()) && !known.contains(at) && into.add(at)) {
            at = at.parent();
        }
    }

    /** The changes in the order of their keys, parsed as they are taken. */
    Stream<RegistryChange> changes() {
        return changed.stream().flatMap(this::changes);
    }

    private Stream<RegistryChange> changes(ChangedKey change) {
        try {
            List<RegistryChange> changes = new ArrayList<>();
            change.kind().ifPresent(kind -> changes.add(new RegistryChange.OfKey(change.key(), kind)));
            Map<String, RegistryValue> old = values(before, change.before());
            Map<String, RegistryValue> now = values(after, change.after());
            TreeMap<String, RegistryChange> values = new TreeMap<>();
            old.forEach((name, was) -> {
                RegistryValue is = now.get(name);
                if (is == null || !was.sameContent(is)) {
                    values.put(
                            name, new RegistryChange.OfValue(change.key(), Optional.of(was), Optional.ofNullable(is)));
                }
            });
            now.forEach((name, is) -> {
                if (!old.containsKey(name)) {
                    values.put(name, new RegistryChange.OfValue(change.key(), Optional.empty(), Optional.of(is)));
                }
            });
            changes.addAll(values.values());
            return changes.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, RegistryValue> values(WineRegistryFile file, Optional<Section> section)
            throws IOException {
        Map<String, RegistryValue> values = new HashMap<>();
        if (section.isPresent()) {
            for (RegistryValue value : file.values(section.get())) {
                values.put(WindowsNames.fold(value.name()), value);
            }
        }
        return values;
    }
}
