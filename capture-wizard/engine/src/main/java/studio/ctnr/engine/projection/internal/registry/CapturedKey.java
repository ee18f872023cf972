package studio.ctnr.engine.projection.internal.registry;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.engine.change.RegistryChange.OfValue;

/** A key as the installer left it, as far as the installer changed it; names are found in any case. */
public final class CapturedKey {
    private static final Comparator<String> FOLDED = Comparator.comparing(WindowsNames::fold);

    private final String name;
    private TreeMap<String, CapturedKey> children;
    private TreeMap<String, OfValue> values;

    CapturedKey(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public Collection<CapturedKey> children() {
        return children == null ? Collections.emptyList() : Collections.unmodifiableCollection(children.values());
    }

    /** The key at {@code path}: names by back slashes. */
    public Optional<CapturedKey> find(String path) {
        CapturedKey key = this;
        for (String part : path.split("\\\\")) {
            key = key.children == null ? null : key.children.get(part);
            if (key == null) {
                return Optional.empty();
            }
        }
        return Optional.of(key);
    }

    /** The values that were added, changed or deleted. */
    public Collection<OfValue> changes() {
        return values == null ? Collections.emptyList() : Collections.unmodifiableCollection(values.values());
    }

    public Optional<OfValue> change(String value) {
        return values == null ? Optional.empty() : Optional.ofNullable(values.get(value));
    }

    /** What the installer wrote; empty when it deleted the value or left it alone. The empty name is the default's. */
    public Optional<RegistryValue> value(String value) {
        return change(value).flatMap(OfValue::after);
    }

    /** The text of a value, without blanks around it; empty when it is blank or no text. */
    public Optional<String> string(String value) {
        return value(value).flatMap(RegistryText::string).map(String::strip).filter(text -> !text.isEmpty());
    }

    public Optional<Integer> number(String value) {
        return value(value).flatMap(RegistryText::number);
    }

    CapturedKey childOrCreate(String child) {
        if (children == null) {
            children = new TreeMap<>(FOLDED);
        }
        return children.computeIfAbsent(child, CapturedKey::new);
    }

    void put(OfValue value) {
        if (values == null) {
            values = new TreeMap<>(FOLDED);
        }
        values.put(value.name(), value);
    }
}
