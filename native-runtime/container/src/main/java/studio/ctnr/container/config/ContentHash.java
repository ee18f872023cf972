package studio.ctnr.container.config;

import java.util.Objects;

/**
 * What the container held when it was built.
 *
 * @param root the Merkle root over its files, in lower-case hexadecimal
 */
public record ContentHash(Algorithm algorithm, String root) {
    public ContentHash {
        Objects.requireNonNull(algorithm);
        Objects.requireNonNull(root);
    }

    public enum Algorithm {
        SHA256
    }
}
