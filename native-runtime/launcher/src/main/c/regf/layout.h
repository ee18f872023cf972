/* Where things stand in a hive (Suhanov: "Base block", "Hive bin", "Key node", "Key value", "Big data"). */
#pragma once

enum {
    PAGE = 4096,
    NONE = -1, /* a reference to nothing */

    BASE_SIGNATURE = 0x66676572, /* "regf" */
    BASE_PRIMARY = 4,
    BASE_SECONDARY = 8,
    BASE_WRITTEN = 12,
    BASE_MAJOR = 20,
    BASE_MINOR = 24,
    BASE_TYPE = 28,
    BASE_FORMAT = 32,
    BASE_ROOT = 36,
    BASE_DATA_SIZE = 40,
    BASE_CLUSTERING = 44,
    BASE_CHECKSUM = 508,

    BIN_SIGNATURE = 0x6e696268, /* "hbin" */
    BIN_HEADER = 32,

    NODE_FLAGS = 2,
    NODE_WRITTEN = 4,
    NODE_PARENT = 16,
    NODE_KEY_COUNT = 20,
    NODE_KEYS = 28,
    NODE_VOLATILE_KEYS = 32,
    NODE_VALUE_COUNT = 36,
    NODE_VALUES = 40,
    NODE_SECURITY = 44,
    NODE_CLASS = 48,
    NODE_LONGEST_KEY_NAME = 52, /* its third byte holds the flags of virtualization */
    NODE_LONGEST_KEY_CLASS = 56,
    NODE_LONGEST_VALUE_NAME = 60,
    NODE_LARGEST_VALUE = 64,
    NODE_NAME_LENGTH = 72,
    NODE_CLASS_LENGTH = 74,
    NODE_NAME = 76,

    FLAG_HIVE_ENTRY = 0x04,
    FLAG_NO_DELETE = 0x08,
    FLAG_LATIN_NAME = 0x20,
    FLAGS_OF_STORAGE = FLAG_HIVE_ENTRY | FLAG_NO_DELETE | FLAG_LATIN_NAME | 0x01 | 0x02 | 0x40,
    FLAGS_OF_VIRTUALIZATION = 0xff0000,

    LIST_HEADER = 4,

    VALUE_NAME_LENGTH = 2,
    VALUE_DATA_SIZE = 4,
    VALUE_DATA = 8,
    VALUE_TYPE = 12,
    VALUE_FLAGS = 16,
    VALUE_NAME = 20,
    VALUE_LATIN_NAME = 1,

    BIG_COUNT = 2,
    BIG_LIST = 4,
    BIG_HEADER = 8,
    SEGMENT = 16344, /* the most bytes in one cell of data, or in one segment of big data */

    SECURITY_NEXT = 4,
    SECURITY_BEFORE = 8,
    SECURITY_USERS = 12,
    SECURITY_LENGTH = 16,
    SECURITY_HEADER = 20
};
#define VALUE_INLINE 0x80000000u /* in the data size: the data, at most four bytes, stands in the place of its reference */
