package studio.ctnr.container.hive;

/** Reads the lists of subkeys in all their kinds: li, lf, lh, and the ri that lists other lists. */
final class SubkeyLists {
    private static final int HEADER = 4;

    private final Cells cells;

    SubkeyLists(Cells cells) {
        this.cells = cells;
    }

    /** Takes the position of a reference to one subkey after another. */
    interface Visitor {
        void subkey(int field) throws HiveFormatException;
    }

    /**
     * @param node where the data of the key's cell begins
     * @throws HiveFormatException also when the lists have more or fewer entries than the key says
     */
    void visit(int node, Visitor visitor) throws HiveFormatException {
        int count = cells.integer(node + KeyNode.SUBKEY_COUNT);
        if (count == 0) {
            return;
        }
        int list = cells.claim(node + KeyNode.SUBKEY_LIST, "a list of subkeys", HEADER);
        int found = 0;
        if (cells.hasSignature(list, "ri")) {
            int lists = entries(list, 4);
            for (int field = list + HEADER; field < list + HEADER + 4 * lists; field += 4) {
                found += visitLeaf(cells.claim(field, "a list of subkeys", HEADER), visitor);
            }
        } else {
            found = visitLeaf(list, visitor);
        }
        if (found != count) {
            throw cells.damaged(
                    node + KeyNode.SUBKEY_COUNT,
                    "the key is said to have %d subkeys, and its lists have %d"
                            .formatted(Integer.toUnsignedLong(count), found));
        }
    }

    private int visitLeaf(int list, Visitor visitor) throws HiveFormatException {
        int width;
        if (cells.hasSignature(list, "lh") || cells.hasSignature(list, "lf")) {
            width = 8;
        } else if (cells.hasSignature(list, "li")) {
            width = 4;
        } else {
            throw cells.damaged(
                    list,
                    "expected a list of subkeys (li, lf or lh), found 0x%04x".formatted(cells.unsignedShort(list)));
        }
        int count = entries(list, width);
        for (int field = list + HEADER; field < list + HEADER + width * count; field += width) {
            visitor.subkey(field);
        }
        return count;
    }

    private int entries(int list, int width) throws HiveFormatException {
        int count = cells.unsignedShort(list + 2);
        int room = (cells.capacity(list) - HEADER) / width;
        if (count > room) {
            throw cells.damaged(
                    list + 2, "a list is said to have %d entries, and its cell has room for %d".formatted(count, room));
        }
        return count;
    }
}
