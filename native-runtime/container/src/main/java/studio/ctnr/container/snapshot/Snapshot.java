package studio.ctnr.container.snapshot;

import java.time.Instant;
import java.util.Objects;
import studio.ctnr.container.archive.manifest.Sha256;

/**
 * A state of a container that can be gone back to.
 *
 * @param token its name in the store: the time it was made at, and a few letters
 * @param label what people call it
 * @param files how many it holds
 * @param size of these in bytes
 * @param added what it took on the disk when it was made, in bytes
 * @param root the Merkle root of its entries: equal ones hold the same
 */
public record Snapshot(String token, String label, Instant created, long files, long size, long added, Sha256 root) {
    public Snapshot {
        Objects.requireNonNull(token);
        Objects.requireNonNull(label);
        Objects.requireNonNull(created);
        Objects.requireNonNull(root);
    }
}
