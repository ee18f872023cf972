package studio.ctnr.container.hive;

import java.io.IOException;
import java.util.Collection;

/** Writes the values of one key after another. */
final class ValueWriter {
    private static final int MOST_SEGMENTS = 0xffff;

    private final CellSpace space;

    ValueWriter(CellSpace space) {
        this.space = space;
    }

    /** @param node where the data of the key's cell begins; its fields about values are filled in */
    void write(HiveKey key, int node) throws IOException {
        Collection<RegistryValue> values = key.values();
        if (values.isEmpty()) {
            LittleEndian.putInt(space.bytes, node + KeyNode.VALUE_LIST, Cells.NONE);
            return;
        }
        int list = space.allocate(4 * values.size());
        int longestName = 0;
        int largest = 0;
        int field = list;
        for (RegistryValue value : values) {
            int at = value(key, value);
            LittleEndian.putInt(space.bytes, field, CellSpace.reference(at));
            field += 4;
            longestName = Math.max(longestName, 2 * value.name().length());
            largest = Math.max(largest, value.data().length);
        }
        LittleEndian.putInt(space.bytes, node + KeyNode.VALUE_COUNT, values.size());
        LittleEndian.putInt(space.bytes, node + KeyNode.VALUE_LIST, CellSpace.reference(list));
        LittleEndian.putInt(space.bytes, node + KeyNode.LONGEST_VALUE_NAME, longestName);
        LittleEndian.putInt(space.bytes, node + KeyNode.LARGEST_VALUE, largest);
    }

    private int value(HiveKey key, RegistryValue value) throws IOException {
        String name = value.name();
        boolean latin = LittleEndian.isLatin(name);
        int nameLength = latin ? name.length() : 2 * name.length();
        int at = space.allocate(KeyValue.NAME + nameLength);
        byte[] bytes = space.bytes;
        bytes[at] = 'v';
        bytes[at + 1] = 'k';
        LittleEndian.putShort(bytes, at + KeyValue.NAME_LENGTH, nameLength);
        LittleEndian.putInt(bytes, at + KeyValue.TYPE, value.type());
        if (latin) {
            LittleEndian.putShort(bytes, at + KeyValue.FLAGS, nameLength == 0 ? 0 : KeyValue.LATIN_NAME);
            LittleEndian.putLatin(bytes, at + KeyValue.NAME, name);
        } else {
            LittleEndian.putUtf16(bytes, at + KeyValue.NAME, name);
        }
        data(key, value, at);
        return at;
    }

    private void data(HiveKey key, RegistryValue value, int at) throws IOException {
        byte[] data = value.data();
        if (data.length <= 4) {
            LittleEndian.putInt(space.bytes, at + KeyValue.DATA_SIZE, data.length | KeyValue.INLINE);
            System.arraycopy(data, 0, space.bytes, at + KeyValue.DATA, data.length);
            return;
        }
        int cell;
        if (data.length <= KeyValue.SEGMENT) {
            cell = segment(data, 0, data.length);
        } else {
            cell = segments(key, value);
        }
        LittleEndian.putInt(space.bytes, at + KeyValue.DATA_SIZE, data.length);
        LittleEndian.putInt(space.bytes, at + KeyValue.DATA, CellSpace.reference(cell));
    }

    private int segments(HiveKey key, RegistryValue value) throws IOException {
        byte[] data = value.data();
        int count = (data.length + KeyValue.SEGMENT - 1) / KeyValue.SEGMENT;
        if (count > MOST_SEGMENTS) {
            throw new IOException("The value \"%s\" of the key \"%s\" is too large for a hive: %d bytes"
                    .formatted(value.name(), key.name(), data.length));
        }
        int header = space.allocate(KeyValue.BIG_HEADER);
        int list = space.allocate(4 * count);
        space.bytes[header] = 'd';
        space.bytes[header + 1] = 'b';
        LittleEndian.putShort(space.bytes, header + KeyValue.BIG_COUNT, count);
        LittleEndian.putInt(space.bytes, header + KeyValue.BIG_LIST, CellSpace.reference(list));
        for (int i = 0; i < count; i++) {
            int from = i * KeyValue.SEGMENT;
            int part = segment(data, from, Math.min(KeyValue.SEGMENT, data.length - from));
            LittleEndian.putInt(space.bytes, list + 4 * i, CellSpace.reference(part));
        }
        return header;
    }

    private int segment(byte[] data, int from, int length) throws IOException {
        int cell = space.allocate(data.length > KeyValue.SEGMENT ? length + 4 : length);
        System.arraycopy(data, from, space.bytes, cell, length);
        return cell;
    }
}
