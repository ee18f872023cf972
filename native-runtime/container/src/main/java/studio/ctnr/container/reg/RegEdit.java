package studio.ctnr.container.reg;

import studio.ctnr.container.hive.RegistryValue;

/** One thing that a .reg file asks for. */
public sealed interface RegEdit {
    /** The key's whole path as the file has it, such as {@code HKEY_CURRENT_USER\Software\Vendor}. */
    String key();

    /** The line of the file that asks for it, from 1. */
    int line();

    /** There shall be this key. */
    record CreateKey(String key, int line) implements RegEdit {}

    /** This key shall be gone, with everything below it. */
    record DeleteKey(String key, int line) implements RegEdit {}

    /** The key shall have this value. */
    record SetValue(String key, RegistryValue value, int line) implements RegEdit {}

    /** The key shall not have a value of this name. */
    record DeleteValue(String key, String name, int line) implements RegEdit {}

    /** Takes what a file asks for, one after another; may refuse. */
    @FunctionalInterface
    interface Consumer {
        /** @throws RegFormatException when the edit makes no sense to the one who is to do it */
        void accept(RegEdit edit) throws RegFormatException;
    }
}
