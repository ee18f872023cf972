package studio.ctnr.container.hive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The bytes of a hive, to find one's way in them and to damage them. Positions count from the file's beginning. */
final class HiveBytes {
    final byte[] bytes;

    HiveBytes(HiveKey root) throws IOException {
        HiveWriter writer = new HiveWriter(1);
        int length = writer.write(root);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(writer.bytes(), 0, length);
        this.bytes = out.toByteArray();
    }

    int get(int at) {
        return LittleEndian.integer(bytes, at);
    }

    HiveBytes put(int at, int value) {
        LittleEndian.putInt(bytes, at, value);
        return this;
    }

    HiveBytes putShort(int at, int value) {
        LittleEndian.putShort(bytes, at, value);
        return this;
    }

    /** Where the data of the cell begins that the reference at {@code field} leads to. */
    int follow(int field) {
        return 4096 + 4 + get(field);
    }

    int root() {
        return follow(36);
    }

    /** The data of a key's list of subkeys. */
    int list(int node) {
        return follow(node + KeyNode.SUBKEY_LIST);
    }

    /** The field in an lh list that refers to the subkey {@code index}. */
    int entry(int node, int index) {
        return list(node) + 4 + 8 * index;
    }

    int child(int node, int index) {
        return follow(entry(node, index));
    }

    /** The field in a list of values that refers to the value {@code index}. */
    int valueEntry(int node, int index) {
        return follow(node + KeyNode.VALUE_LIST) + 4 * index;
    }

    int value(int node, int index) {
        return follow(valueEntry(node, index));
    }

    HiveKey read() throws HiveFormatException {
        return Hive.read(bytes, "test.hiv").root();
    }
}
