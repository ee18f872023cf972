package studio.ctnr.container.hive;

/** Where things stand in the data of a value's cell, and how large data is stored (Suhanov, "Key value", "Big data"). */
final class KeyValue {
    static final String SIGNATURE = "vk";
    static final int NAME_LENGTH = 2;
    static final int DATA_SIZE = 4;
    static final int DATA = 8;
    static final int TYPE = 12;
    static final int FLAGS = 16;
    static final int NAME = 20;

    static final int LATIN_NAME = 0x0001;
    /** In the data size: the data, at most four bytes, stands in the place of its reference. */
    static final int INLINE = 0x8000_0000;

    static final String BIG_SIGNATURE = "db";
    static final int BIG_COUNT = 2;
    static final int BIG_LIST = 4;
    static final int BIG_HEADER = 8;
    /** The most bytes that one cell of data, or one segment of big data, holds. */
    static final int SEGMENT = 16_344;

    private KeyValue() {}
}
