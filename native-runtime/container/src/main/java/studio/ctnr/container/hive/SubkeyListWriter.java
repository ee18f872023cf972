package studio.ctnr.container.hive;

import java.io.IOException;
import java.util.List;
import studio.ctnr.container.WindowsNames;

/** Writes lists of subkeys with hashes (lh), and above them a list of lists (ri) where one would get too long. */
final class SubkeyListWriter {
    /** How many entries fit into a bin of one page: as many as Windows itself puts into one list. */
    private static final int MOST = 507;

    private static final int MOST_LISTS = 0xffff;

    private final CellSpace space;

    SubkeyListWriter(CellSpace space) {
        this.space = space;
    }

    /** The reference to the list; {@link Cells#NONE} when there are no subkeys. */
    int write(List<HiveWriter.Node> keys) throws IOException {
        if (keys.isEmpty()) {
            return Cells.NONE;
        }
        if (keys.size() <= MOST) {
            return leaf(keys);
        }
        int count = (keys.size() + MOST - 1) / MOST;
        if (count > MOST_LISTS) {
            throw new IOException("A key has too many subkeys for a hive: " + keys.size());
        }
        int root = space.allocate(4 + 4 * count);
        space.bytes[root] = 'r';
        space.bytes[root + 1] = 'i';
        LittleEndian.putShort(space.bytes, root + 2, count);
        for (int i = 0; i < count; i++) {
            int leaf = leaf(keys.subList(i * MOST, Math.min(keys.size(), (i + 1) * MOST)));
            LittleEndian.putInt(space.bytes, root + 4 + 4 * i, leaf);
        }
        return CellSpace.reference(root);
    }

    private int leaf(List<HiveWriter.Node> keys) throws IOException {
        int leaf = space.allocate(4 + 8 * keys.size());
        byte[] bytes = space.bytes;
        bytes[leaf] = 'l';
        bytes[leaf + 1] = 'h';
        LittleEndian.putShort(bytes, leaf + 2, keys.size());
        int at = leaf + 4;
        for (HiveWriter.Node key : keys) {
            LittleEndian.putInt(bytes, at, CellSpace.reference(key.at()));
            LittleEndian.putInt(bytes, at + 4, hash(key.key().name()));
            at += 8;
        }
        return CellSpace.reference(leaf);
    }

    /** Suhanov, "Hash leaf": Windows skips what has another hash, so a wrong one hides the key. */
    static int hash(String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = 37 * hash + WindowsNames.fold(name.charAt(i));
        }
        return hash;
    }
}
