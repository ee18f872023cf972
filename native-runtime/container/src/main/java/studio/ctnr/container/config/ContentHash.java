package studio.ctnr.container.config;

import java.util.List;
import java.util.Objects;

/**
 * What the container held when it was built.
 *
 * @param root the Merkle root over its files, in lower-case hexadecimal
 * @param runtime the files that run it, which the launcher compares at every start; empty when it has none of its own
 */
public record ContentHash(Algorithm algorithm, String root, List<RuntimeFile> runtime) {
    public ContentHash {
        Objects.requireNonNull(algorithm);
        Objects.requireNonNull(root);
        runtime = List.copyOf(runtime);
    }

    public enum Algorithm {
        SHA256
    }

    /**
     * One file of the runtime.
     *
     * @param path in the container, such as {@code bin/launcher.exe}
     * @param hash of its bytes, in lower-case hexadecimal
     */
    public record RuntimeFile(String path, String hash) {
        public RuntimeFile {
            Objects.requireNonNull(path);
            Objects.requireNonNull(hash);
        }
    }
}
