package studio.ctnr.workbench.compare;

import java.util.Objects;
import java.util.Optional;
import studio.ctnr.container.hive.KeptDescriptor;
import studio.ctnr.container.hive.RegistryValue;

/**
 * A key or value in which two containers differ.
 *
 * @param key from the root on, such as {@code HKCU\Software\App}
 * @param value its name, empty for the default value; no value at all for a key that only one of them has, or on which
 *     applications set other permissions
 * @param before as the first has it: the value, or of a key the {@link KeptDescriptor} that an application set on it
 * @param after as the second has it
 */
public record RegistryDifference(
        String key,
        Optional<String> value,
        Change change,
        Optional<RegistryValue> before,
        Optional<RegistryValue> after) {
    public RegistryDifference {
        Objects.requireNonNull(key);
        Objects.requireNonNull(value);
    }

    /** Whether both have the key, and its permissions differ. */
    public boolean isOfPermissions() {
        return value.isEmpty() && change == Change.CHANGED;
    }
}
