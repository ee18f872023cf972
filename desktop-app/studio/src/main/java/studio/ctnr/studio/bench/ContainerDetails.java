package studio.ctnr.studio.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.ctnr.container.config.Isolation.Mode;

/**
 * What a container's {@code config.yml} says that the inventory does not keep.
 *
 * @param runtime its runtime's build
 * @param encryption as {@code security.encryption} has it
 * @param entryPoints names, the default one first
 * @param documents whether the user's documents are the host's
 * @param modes how many further rules of isolation there are of each mode
 * @param homepage of the application
 */
public record ContainerDetails(
        String runtime,
        String encryption,
        List<String> entryPoints,
        boolean documents,
        Map<Mode, Long> modes,
        Optional<String> homepage) {
    public ContainerDetails {
        entryPoints = List.copyOf(entryPoints);
        modes = Map.copyOf(modes);
    }
}
