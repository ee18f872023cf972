package studio.ctnr.container.hive;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Makes the bytes of a hive from a tree of keys. Each key's subkeys lie side by side and its values follow it, in the
 * order in which Windows walks them; equal trees make equal bytes.
 */
final class HiveWriter {
    private final CellSpace space;
    private final SecurityCells securities;
    private final ValueWriter values;
    private final SubkeyListWriter lists;
    private final Deque<Node> waiting = new ArrayDeque<>();
    private long newest;

    /** A key whose cell has its place and its name, and waits for the rest. */
    record Node(HiveKey key, int at, int parent, byte[] inherited, int depth) {}

    HiveWriter(int expected) {
        space = new CellSpace(expected);
        securities = new SecurityCells(space);
        values = new ValueWriter(space);
        lists = new SubkeyListWriter(space);
    }

    /** The bytes are in {@link #bytes()} from the beginning up to the returned length. */
    int write(HiveKey root) throws IOException {
        Node top = place(root, null);
        waiting.push(top);
        while (!waiting.isEmpty()) {
            complete(waiting.pop());
        }
        securities.finish();
        return space.finish(top.at, newest);
    }

    byte[] bytes() {
        return space.bytes;
    }

    private Node place(HiveKey key, Node parent) throws IOException {
        int depth = parent == null ? 1 : parent.depth + 1;
        if (depth > HiveReader.DEEPEST) {
            throw new IOException(
                    "The key \"%s\" lies deeper than the 512 levels that Windows loads".formatted(key.name()));
        }
        boolean latin = LittleEndian.isLatin(key.name());
        int length = latin ? key.name().length() : 2 * key.name().length();
        int at = space.allocate(KeyNode.NAME + length);
        byte[] bytes = space.bytes;
        bytes[at] = 'n';
        bytes[at + 1] = 'k';
        LittleEndian.putShort(bytes, at + KeyNode.FLAGS, KeyFlags.written(key.flags(), parent == null, latin));
        LittleEndian.putShort(bytes, at + KeyNode.NAME_LENGTH, length);
        if (latin) {
            LittleEndian.putLatin(bytes, at + KeyNode.NAME, key.name());
        } else {
            LittleEndian.putUtf16(bytes, at + KeyNode.NAME, key.name());
        }
        int above = parent == null ? Cells.NONE : CellSpace.reference(parent.at);
        byte[] inherited = parent == null ? SecurityDescriptor.everyone() : securityOf(parent);
        return new Node(key, at, above, inherited, depth);
    }

    private static byte[] securityOf(Node node) {
        return node.key.security().orElse(node.inherited);
    }

    private void complete(Node node) throws IOException {
        HiveKey key = node.key;
        int at = node.at;
        if (Long.compareUnsigned(key.ticks(), newest) > 0) {
            newest = key.ticks();
        }
        LittleEndian.putLong(space.bytes, at + KeyNode.LAST_WRITTEN, key.ticks());
        LittleEndian.putInt(space.bytes, at + KeyNode.PARENT, node.parent);
        LittleEndian.putInt(space.bytes, at + KeyNode.VOLATILE_LIST, Cells.NONE);
        int security = securities.use(securityOf(node));
        LittleEndian.putInt(space.bytes, at + KeyNode.SECURITY, security);
        className(key, at);
        values.write(key, at);
        subkeys(node);
    }

    private void className(HiveKey key, int at) throws IOException {
        String name = key.className().orElse("");
        int cell = Cells.NONE;
        if (!name.isEmpty()) {
            int data = space.allocate(2 * name.length());
            LittleEndian.putUtf16(space.bytes, data, name);
            LittleEndian.putShort(space.bytes, at + KeyNode.CLASS_LENGTH, 2 * name.length());
            cell = CellSpace.reference(data);
        }
        LittleEndian.putInt(space.bytes, at + KeyNode.CLASS, cell);
    }

    private void subkeys(Node node) throws IOException {
        List<Node> children = new ArrayList<>(node.key.children().size());
        int longestName = 0;
        int longestClass = 0;
        for (HiveKey child : node.key.children()) {
            children.add(place(child, node));
            longestName = Math.max(longestName, 2 * child.name().length());
            longestClass =
                    Math.max(longestClass, 2 * child.className().orElse("").length());
        }
        int list = lists.write(children);
        LittleEndian.putInt(space.bytes, node.at + KeyNode.SUBKEY_COUNT, children.size());
        LittleEndian.putInt(space.bytes, node.at + KeyNode.SUBKEY_LIST, list);
        int name = KeyFlags.longestName(node.key.flags(), longestName);
        LittleEndian.putInt(space.bytes, node.at + KeyNode.LONGEST_SUBKEY_NAME, name);
        LittleEndian.putInt(space.bytes, node.at + KeyNode.LONGEST_SUBKEY_CLASS, longestClass);
        for (Node child : children.reversed()) {
            waiting.push(child);
        }
    }
}
