package studio.ctnr.container.hive;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes a tree of keys from the bytes of a hive. Works through a stack of its own, so the depth of a tree costs no call
 * frames.
 */
final class HiveReader {
    /** Windows' own limit, for hives as for paths. */
    static final int DEEPEST = 512;

    private static final int SECURITY_HEADER = 20;

    private final Cells cells;
    private final HeapBudget budget;
    private final SubkeyLists lists;
    private final ValueReader values;
    private final Map<Integer, byte[]> securities = new HashMap<>();
    private final Deque<Node> waiting = new ArrayDeque<>();

    private record Node(HiveKey key, int at, int depth) {}

    private HiveReader(Cells cells, BaseBlock base, long heap) {
        this.cells = cells;
        this.budget = new HeapBudget(cells, heap);
        this.lists = new SubkeyLists(cells);
        this.values = new ValueReader(cells, budget, base.minorVersion());
    }

    /** @param heap how many bytes the tree may take */
    static HiveKey read(byte[] file, BaseBlock base, String source, long heap) throws HiveFormatException {
        Cells cells = new Cells(file, base.dataSize(), source);
        return new HiveReader(cells, base, heap).tree();
    }

    private HiveKey tree() throws HiveFormatException {
        Node root = node(36, 1);
        waiting.push(root);
        while (!waiting.isEmpty()) {
            complete(waiting.pop());
        }
        return root.key;
    }

    private Node node(int field, int depth) throws HiveFormatException {
        int node = cells.claim(field, "a key", KeyNode.NAME);
        cells.expectSignature(node, KeyNode.SIGNATURE, "a key");
        int flags = cells.unsignedShort(node + KeyNode.FLAGS);
        HiveKey key = HiveKey.bare(name(node, (flags & KeyFlags.COMP_NAME) != 0, depth == 1));
        key.setFlags(KeyFlags.kept(flags, cells.integer(node + KeyNode.LONGEST_SUBKEY_NAME)));
        key.setTicks(LittleEndian.longInteger(cells.bytes, node + KeyNode.LAST_WRITTEN));
        return new Node(key, node, depth);
    }

    private String name(int node, boolean latin, boolean root) throws HiveFormatException {
        int length = cells.unsignedShort(node + KeyNode.NAME_LENGTH);
        if (length > cells.capacity(node) - KeyNode.NAME) {
            throw cells.damaged(
                    node + KeyNode.NAME_LENGTH, "a key's name of %d bytes goes past its cell".formatted(length));
        }
        budget.key(node, length);
        String name = latin
                ? LittleEndian.latin(cells.bytes, node + KeyNode.NAME, length)
                : LittleEndian.utf16(cells.bytes, node + KeyNode.NAME, length);
        if (name.isEmpty() && !root || name.length() > HiveKey.LONGEST_NAME || name.indexOf('\\') >= 0) {
            throw cells.damaged(node + KeyNode.NAME, "expected a key's name: 1 to 256 characters and no back slash");
        }
        return name;
    }

    private void complete(Node parent) throws HiveFormatException {
        HiveKey key = parent.key;
        key.setClassName(className(parent.at));
        key.setSecurity(security(parent.at));
        values.read(key, parent.at);
        lists.visit(parent.at, field -> {
            Node child = node(field, parent.depth + 1);
            if (child.depth > DEEPEST) {
                throw cells.damaged(field, "keys lie deeper than 512 levels");
            }
            if (!key.addChild(child.key)) {
                throw cells.damaged(
                        field, "the key \"%s\" has two subkeys named \"%s\"".formatted(key.name(), child.key.name()));
            }
            waiting.push(child);
        });
    }

    private String className(int node) throws HiveFormatException {
        int length = cells.unsignedShort(node + KeyNode.CLASS_LENGTH);
        if (length == 0 || cells.integer(node + KeyNode.CLASS) == Cells.NONE) {
            return null;
        }
        int at = cells.claim(node + KeyNode.CLASS, "a key's class of %d bytes".formatted(length), length);
        budget.take(at, length);
        return LittleEndian.utf16(cells.bytes, at, length);
    }

    private byte[] security(int node) throws HiveFormatException {
        int reference = cells.integer(node + KeyNode.SECURITY);
        if (reference == Cells.NONE) {
            return null;
        }
        byte[] known = securities.get(reference);
        if (known == null) {
            known = readSecurity(reference, node + KeyNode.SECURITY);
            securities.put(reference, known);
        }
        return known;
    }

    private byte[] readSecurity(int reference, int field) throws HiveFormatException {
        int at = cells.claim(reference, field, "a security descriptor", SECURITY_HEADER);
        cells.expectSignature(at, "sk", "a security descriptor");
        int length = cells.integer(at + 16);
        if (length < 0 || length > cells.capacity(at) - SECURITY_HEADER) {
            throw cells.damaged(
                    at + 16,
                    "a security descriptor of %d bytes goes past its cell".formatted(Integer.toUnsignedLong(length)));
        }
        budget.take(at, length);
        return Arrays.copyOfRange(cells.bytes, at + SECURITY_HEADER, at + SECURITY_HEADER + length);
    }
}
