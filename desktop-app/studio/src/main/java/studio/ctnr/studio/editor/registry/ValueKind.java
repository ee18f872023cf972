package studio.ctnr.studio.editor.registry;

import studio.ctnr.container.hive.RegistryData;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.hive.ValueType;

/** What the data of a value can be shown and edited as without losing a bit of it. */
enum ValueKind {
    /** One string. */
    TEXT,
    /** A list of strings. */
    TEXTS,
    /** A number of 32 bits. */
    DWORD,
    /** A number of 64 bits. */
    QWORD,
    /** All else: types without a form of their own, and data that is not what its type promises. */
    BYTES;

    static ValueKind of(RegistryValue value) {
        byte[] data = value.data();
        if (value.holdsText() && RegistryData.isText(data)) {
            return TEXT;
        }
        if (is(value, ValueType.REG_MULTI_SZ) && RegistryData.isTextList(data)) {
            return TEXTS;
        }
        if (is(value, ValueType.REG_DWORD) && data.length == Integer.BYTES) {
            return DWORD;
        }
        return is(value, ValueType.REG_QWORD) && data.length == Long.BYTES ? QWORD : BYTES;
    }

    private static boolean is(RegistryValue value, ValueType type) {
        return value.type() == type.number();
    }
}
