package studio.ctnr.studio.editor.registry;

import java.util.Comparator;
import java.util.Optional;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.WindowsNames;

/**
 * A key or a value of it. Ordered as the editor shows them: a key, its values by name, then its subkeys.
 *
 * @param value the name of the value; empty for the key itself
 */
record RegistryPlace(KeyPath key, Optional<String> value) implements Comparable<RegistryPlace> {
    private static final Comparator<RegistryPlace> ORDER = Comparator.comparing(RegistryPlace::key)
            .thenComparing(place -> place.value.isPresent())
            .thenComparing(place -> WindowsNames.fold(place.value.orElse("")));

    static RegistryPlace of(KeyPath key) {
        return new RegistryPlace(key, Optional.empty());
    }

    static RegistryPlace of(KeyPath key, String value) {
        return new RegistryPlace(key, Optional.of(value));
    }

    @Override
    public int compareTo(RegistryPlace other) {
        return ORDER.compare(this, other);
    }
}
