package studio.ctnr.container.hive;

/**
 * What stands in a hive for a key or value of the host that the application must not see. A deleted key is a key of the
 * class {@link #KEY_CLASS}, without subkeys and values; a deleted value is one of the type {@link #VALUE_TYPE}, without
 * data. Both are ordinary content of a regf hive, so every reader keeps them, and both can be asked for with the calls
 * that a registry hook makes anyway: the class with NtQueryKey, the type with NtQueryValueKey.
 */
public final class RegistryWhiteout {
    /** The class of a key that is deleted. */
    public static final String KEY_CLASS = "ctnr.whiteout";

    /** The type of a value that is deleted: the letters "ctnr", far from the numbers that Windows gives out. */
    public static final int VALUE_TYPE = 0x63746e72;

    private static final byte[] NOTHING = {};

    private RegistryWhiteout() {}

    /** What stands for the deleted value {@code name}. */
    public static RegistryValue ofValue(String name) {
        return new RegistryValue(name, VALUE_TYPE, NOTHING);
    }

    public static boolean is(RegistryValue value) {
        return value.type() == VALUE_TYPE && value.data().length == 0;
    }

    /** Makes {@code key} stand for a deleted one. */
    public static void mark(HiveKey key) {
        key.setClassName(KEY_CLASS);
    }

    public static boolean is(HiveKey key) {
        return key.className().filter(KEY_CLASS::equals).isPresent();
    }
}
