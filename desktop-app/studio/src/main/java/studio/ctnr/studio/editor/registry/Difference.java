package studio.ctnr.studio.editor.registry;

import java.util.Optional;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.workbench.compare.Change;
import studio.ctnr.workbench.compare.RegistryDifference;

/**
 * A key or value that another registry has otherwise. A key that both have and that differs has other permissions.
 *
 * @param change what this registry did to the other: it has added, removed or changed it
 * @param ours as it is here, of a key the descriptor that an application set on it; empty for what is not here
 * @param theirs as it is there
 */
record Difference(RegistryPlace place, Change change, Optional<RegistryValue> ours, Optional<RegistryValue> theirs) {
    /** @param told with the other registry as the first */
    static Difference of(RegistryDifference told) {
        RegistryPlace place = new RegistryPlace(KeyPath.of(told.key()), told.value());
        return new Difference(place, told.change(), told.after(), told.before());
    }

    KeyPath key() {
        return place.key();
    }

    boolean isKey() {
        return place.value().isEmpty();
    }

    boolean isOfPermissions() {
        return isKey() && change == Change.CHANGED;
    }
}
