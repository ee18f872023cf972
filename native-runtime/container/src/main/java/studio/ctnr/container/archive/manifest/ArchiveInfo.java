package studio.ctnr.container.archive.manifest;

import java.util.Objects;

/**
 * Who a container is and what made its archive; the first three are those of config.yml.
 *
 * @param builder the program and its version, such as {@code ctnr 0.1.0}
 * @param runtimeBuild such as {@code container-runtime@0.3.0}; empty when the container names none
 */
public record ArchiveInfo(String id, String name, String version, String builder, String runtimeBuild) {
    public ArchiveInfo {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(version);
        Objects.requireNonNull(builder);
        Objects.requireNonNull(runtimeBuild);
    }
}
