package studio.ctnr.container.config;

import java.util.Objects;
import java.util.Optional;

/**
 * Which runtime the container was built with, and how that gets between the application and Windows.
 *
 * @param build such as {@code container-runtime@0.3.0}; empty when any will do
 */
public record RuntimeConfig(Optional<String> build, FilesystemHook filesystem, RegistryHook registry) {
    public static final RuntimeConfig DEFAULT =
            new RuntimeConfig(Optional.empty(), FilesystemHook.DETOURS, RegistryHook.DETOURS);

    public RuntimeConfig {
        Objects.requireNonNull(build);
        Objects.requireNonNull(filesystem);
        Objects.requireNonNull(registry);
    }

    /** What stands between the application and the file system. */
    public enum FilesystemHook {
        DETOURS,
        WINFSP,
        MINIFILTER
    }

    /** What stands between the application and the registry. */
    public enum RegistryHook {
        DETOURS,
        MINIFILTER,
        MIXED
    }
}
