package studio.ctnr.studio.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a container's {@code config.yml} says that the inventory does not keep.
 *
 * @param runtime its runtime's build
 * @param encryption as {@code security.encryption} has it
 * @param entryPoints names, the default one first
 * @param modes how many rules of isolation there are of each mode
 * @param homepage of the application
 */
public record ContainerDetails(
        String runtime,
        String encryption,
        List<String> entryPoints,
        Map<String, Long> modes,
        Optional<String> homepage) {
    public ContainerDetails {
        entryPoints = List.copyOf(entryPoints);
        modes = Map.copyOf(modes);
    }
}
