package studio.ctnr.container.archive.manifest;

import java.util.List;
import java.util.Optional;

/**
 * What an archive says about itself.
 *
 * @param root the Merkle root over {@code entries}: see {@link MerkleTree}
 * @param payloadSize of the uncompressed payload, in bytes
 * @param entries in {@link EntryOrder}
 */
public record Manifest(ArchiveInfo info, Sha256 root, long payloadSize, List<Entry> entries) {
    /** The version of the format that this program writes, and the latest that it reads. */
    public static final int FORMAT_VERSION = 1;

    /** The entry at {@code path}, found as Windows finds it: case does not count. */
    public Optional<Entry> find(String path) {
        int index = indexOf(path);
        return index < 0 ? Optional.empty() : Optional.of(entries.get(index));
    }

    private int indexOf(String path) {
        int low = 0;
        int high = entries.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = EntryOrder.FOLDED.compare(entries.get(middle).path(), path);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** How many entries are of {@code kind}. */
    public long count(EntryKind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).count();
    }

    /** The size of all content, in bytes. */
    public long contentSize() {
        return entries.stream().mapToLong(Entry::size).sum();
    }
}
