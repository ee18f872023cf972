package studio.ctnr.container.hive;

/** Where things stand in the data of a key node's cell (Suhanov, "Key node"). */
final class KeyNode {
    static final String SIGNATURE = "nk";
    static final int FLAGS = 2;
    static final int LAST_WRITTEN = 4;
    static final int PARENT = 16;
    static final int SUBKEY_COUNT = 20;
    static final int SUBKEY_LIST = 28;
    static final int VOLATILE_LIST = 32;
    static final int VALUE_COUNT = 36;
    static final int VALUE_LIST = 40;
    static final int SECURITY = 44;
    static final int CLASS = 48;
    static final int LONGEST_SUBKEY_NAME = 52;
    static final int LONGEST_SUBKEY_CLASS = 56;
    static final int LONGEST_VALUE_NAME = 60;
    static final int LARGEST_VALUE = 64;
    static final int NAME_LENGTH = 72;
    static final int CLASS_LENGTH = 74;
    static final int NAME = 76;

    private KeyNode() {}
}
