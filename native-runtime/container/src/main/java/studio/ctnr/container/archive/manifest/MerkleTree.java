package studio.ctnr.container.archive.manifest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The Merkle tree hash of RFC 6962 (section 2.1) over the entries of a manifest, built in one pass with memory for one
 * value per level. Leaves and nodes start with different bytes, so that no leaf can be passed off as a node.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1">RFC 6962</a>
 */
public final class MerkleTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = Sha256.digest();
    private final Deque<Subtree> left = new ArrayDeque<>();

    MerkleTree() {}

    private record Subtree(long leaves, Sha256 hash) {}

    /** The root over {@code entries}; for none, the SHA-256 of nothing. */
    public static Sha256 root(List<Entry> entries) {
        MerkleTree tree = new MerkleTree();
        entries.forEach(tree::add);
        return tree.root();
    }

    void add(Entry entry) {
        Subtree last = new Subtree(1, leaf(entry));
        while (!left.isEmpty() && left.peek().leaves == last.leaves) {
            Subtree before = left.pop();
            last = new Subtree(2 * last.leaves, node(before.hash, last.hash));
        }
        left.push(last);
    }

    Sha256 root() {
        if (left.isEmpty()) {
            return Sha256.OF_NOTHING;
        }
        var subtrees = left.iterator();
        Sha256 root = subtrees.next().hash;
        while (subtrees.hasNext()) {
            root = node(subtrees.next().hash, root);
        }
        return root;
    }

    private Sha256 leaf(Entry entry) {
        byte[] path = entry.path().getBytes(StandardCharsets.UTF_8);
        ByteBuffer fields = ByteBuffer.allocate(1 + 1 + 4 + path.length + 8 + 8 + 4 + 4 + Sha256.BYTES)
                .put(LEAF)
                .put((byte) entry.kind().ordinal())
                .putInt(path.length)
                .put(path)
                .putLong(entry.size())
                .putLong(entry.modified().getEpochSecond())
                .putInt(entry.modified().getNano())
                .putInt(entry.attributes())
                .put(entry.sha256().bytes());
        digest.update(fields.flip());
        return Sha256.finish(digest);
    }

    private Sha256 node(Sha256 before, Sha256 after) {
        digest.update(NODE);
        digest.update(before.bytes());
        digest.update(after.bytes());
        return Sha256.finish(digest);
    }
}
