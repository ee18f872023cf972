package studio.ctnr.container.hive;

import java.util.Arrays;

/** Reads the values of one key after another. */
final class ValueReader {
    private static final byte[] EMPTY = {};

    private final Cells cells;
    private final HeapBudget budget;
    private final boolean bigData;

    ValueReader(Cells cells, HeapBudget budget, int minorVersion) {
        this.cells = cells;
        this.budget = budget;
        this.bigData = minorVersion >= 4;
    }

    /** @param node where the data of the key's cell begins */
    void read(HiveKey key, int node) throws HiveFormatException {
        int count = cells.integer(node + KeyNode.VALUE_COUNT);
        if (count == 0) {
            return;
        }
        int list = cells.claim(node + KeyNode.VALUE_LIST, "a list of values", 4);
        if (count < 0 || count > cells.capacity(list) / 4) {
            throw cells.damaged(
                    node + KeyNode.VALUE_COUNT,
                    "the key \"%s\" is said to have %d values, and their list has room for %d"
                            .formatted(key.name(), Integer.toUnsignedLong(count), cells.capacity(list) / 4));
        }
        for (int at = list; at < list + 4 * count; at += 4) {
            RegistryValue value = value(at);
            if (!key.addValue(value)) {
                throw cells.damaged(
                        at, "the key \"%s\" has two values named \"%s\"".formatted(key.name(), value.name()));
            }
        }
    }

    private RegistryValue value(int field) throws HiveFormatException {
        int value = cells.claim(field, "a value", KeyValue.NAME);
        cells.expectSignature(value, KeyValue.SIGNATURE, "a value");
        int nameLength = cells.unsignedShort(value + KeyValue.NAME_LENGTH);
        if (nameLength > cells.capacity(value) - KeyValue.NAME) {
            throw cells.damaged(
                    value + KeyValue.NAME_LENGTH,
                    "a value's name of %d bytes goes past its cell".formatted(nameLength));
        }
        boolean latin = (cells.unsignedShort(value + KeyValue.FLAGS) & KeyValue.LATIN_NAME) != 0;
        if ((latin ? nameLength : nameLength / 2) > HiveKey.LONGEST_VALUE_NAME) {
            throw cells.damaged(value + KeyValue.NAME_LENGTH, "a value's name is longer than 16,383 characters");
        }
        int nameAt = value + KeyValue.NAME;
        int size = cells.integer(value + KeyValue.DATA_SIZE);
        budget.value(value, nameLength);
        String name = nameLength == 0
                ? ""
                : latin
                        ? LittleEndian.latin(cells.bytes, nameAt, nameLength)
                        : LittleEndian.utf16(cells.bytes, nameAt, nameLength);
        return new RegistryValue(name, cells.integer(value + KeyValue.TYPE), data(value, size));
    }

    private byte[] data(int value, int size) throws HiveFormatException {
        int length = size & ~KeyValue.INLINE;
        if (length == 0) {
            return EMPTY;
        }
        int field = value + KeyValue.DATA;
        if (size < 0) {
            if (length > 4) {
                throw cells.damaged(
                        value + KeyValue.DATA_SIZE,
                        "data that stands in its reference has at most 4 bytes, found " + length);
            }
            return Arrays.copyOfRange(cells.bytes, field, field + length);
        }
        int at = cells.claim(field, "a value's data", 1);
        if (length <= cells.capacity(at)) {
            budget.take(at, length);
            return Arrays.copyOfRange(cells.bytes, at, at + length);
        }
        if (bigData && length > KeyValue.SEGMENT && cells.hasSignature(at, KeyValue.BIG_SIGNATURE)) {
            return segments(at, length, value);
        }
        throw cells.damaged(
                value + KeyValue.DATA_SIZE,
                "a value is said to have %d bytes of data, and their cell has room for %d"
                        .formatted(length, cells.capacity(at)));
    }

    private byte[] segments(int header, int length, int value) throws HiveFormatException {
        int count = cells.unsignedShort(header + KeyValue.BIG_COUNT);
        if ((long) count * KeyValue.SEGMENT < length) {
            throw cells.damaged(
                    value + KeyValue.DATA_SIZE,
                    "a value is said to have %d bytes of data in %d segments of 16344".formatted(length, count));
        }
        int list = cells.claim(header + KeyValue.BIG_LIST, "a list of segments", 4 * count);
        budget.take(value, length);
        byte[] data = new byte[length];
        for (int done = 0, field = list; done < length; field += 4) {
            int part = Math.min(KeyValue.SEGMENT, length - done);
            int segment = cells.claim(field, "a segment of %d bytes".formatted(part), part);
            System.arraycopy(cells.bytes, segment, data, done, part);
            done += part;
        }
        return data;
    }
}
