package studio.ctnr.container.hive;

/**
 * The registry value types that Windows names; a value may carry any other number as well.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/sysinfo/registry-value-types">Registry value types</a>
 */
public enum ValueType {
    REG_NONE,
    REG_SZ,
    REG_EXPAND_SZ,
    REG_BINARY,
    REG_DWORD,
    REG_DWORD_BIG_ENDIAN,
    REG_LINK,
    REG_MULTI_SZ,
    REG_RESOURCE_LIST,
    REG_FULL_RESOURCE_DESCRIPTOR,
    REG_RESOURCE_REQUIREMENTS_LIST,
    REG_QWORD;

    private static final ValueType[] ALL = values();

    /** The number that a hive stores. */
    public int number() {
        return ordinal();
    }

    /** The type's name, or {@code hex(n)} as .reg files write a type that has none. */
    public static String nameOf(int number) {
        return number >= 0 && number < ALL.length ? ALL[number].name() : "hex(%x)".formatted(number);
    }
}
