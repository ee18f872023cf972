package studio.ctnr.studio.bench;

import java.util.List;
import java.util.Optional;
import studio.ctnr.container.config.Isolation;

/**
 * What a container's {@code config.yml} says that the inventory does not keep.
 *
 * @param runtime its runtime's build
 * @param encryption as {@code security.encryption} has it
 * @param entryPoints names, the default one first
 * @param isolation which places it shares with the host
 * @param homepage of the application
 */
public record ContainerDetails(
        String runtime, String encryption, List<String> entryPoints, Isolation isolation, Optional<String> homepage) {
    public ContainerDetails {
        entryPoints = List.copyOf(entryPoints);
    }
}
