package studio.ctnr.studio.editor.registry;

import java.util.Optional;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.hive.RegistryWhiteout;
import studio.ctnr.container.hive.ValueType;

/**
 * One line of the table of values.
 *
 * @param name empty for the key's default value, which has a line even when it is not set
 * @param value absent when it is not set
 */
record ValueRow(String name, Optional<RegistryValue> value) {
    static ValueRow of(RegistryValue value) {
        return new ValueRow(value.name(), Optional.of(value));
    }

    boolean isDefault() {
        return name.isEmpty();
    }

    /** Whether it stands for a value of the host that the application must not see. */
    boolean isWhiteout() {
        return value.filter(RegistryWhiteout::is).isPresent();
    }

    /** The type's name; that of a value that is not set is what regedit shows, and a whiteout has none. */
    String type() {
        return isWhiteout()
                ? "—"
                : value.map(RegistryValue::type).map(ValueType::nameOf).orElse(ValueType.REG_SZ.name());
    }

    Optional<String> data() {
        return value.map(ValueText::brief);
    }
}
