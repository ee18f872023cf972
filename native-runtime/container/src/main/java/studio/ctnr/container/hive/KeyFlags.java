package studio.ctnr.container.hive;

/** The flags of a key node (Suhanov, "Key node: Flags"). */
final class KeyFlags {
    static final int HIVE_ENTRY = 0x0004;
    static final int NO_DELETE = 0x0008;
    static final int SYM_LINK = 0x0010;
    static final int COMP_NAME = 0x0020;

    /** The flags that say how and where the node is stored; they are set anew at writing. */
    private static final int STORAGE = HIVE_ENTRY | NO_DELETE | COMP_NAME | 0x0001 | 0x0002 | 0x0040;

    private KeyFlags() {}

    /**
     * What is left of a node's flags when it moves to another file.
     *
     * @param flags the node's first flags
     * @param longestName the field with the longest subkey name, whose third byte holds the flags of virtualization
     */
    static int kept(int flags, int longestName) {
        return flags & ~STORAGE | longestName & 0xff_0000;
    }

    static int written(int kept, boolean root, boolean latin) {
        return kept & 0xffff | (root ? HIVE_ENTRY | NO_DELETE : 0) | (latin ? COMP_NAME : 0);
    }

    static int longestName(int kept, int length) {
        return kept & 0xff_0000 | length;
    }
}
