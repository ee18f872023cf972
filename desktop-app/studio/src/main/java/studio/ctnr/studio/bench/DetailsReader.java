package studio.ctnr.studio.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.config.EntryPoint;
import studio.ctnr.container.config.Isolation;
import studio.ctnr.container.config.Isolation.Mode;

/** Reads what the inspector shows from a container's {@code config.yml}. */
final class DetailsReader {
    private DetailsReader() {}

    static ContainerDetails read(ContainerFolder folder) throws IOException {
        ContainerConfig config =
                ConfigDocument.read(folder.config()).config(folder.config().toString());
        Isolation isolation = config.isolation();
        Map<Mode, Long> modes = Stream.concat(isolation.filesystem().stream(), isolation.registry().stream())
                .filter(rule -> !Isolation.USER_DOCUMENTS.contains(rule))
                .collect(Collectors.groupingBy(Isolation.Rule::mode, Collectors.counting()));
        return new ContainerDetails(
                config.runtime().build().orElse(""),
                config.security().encryption().name().toLowerCase(Locale.ROOT),
                entryPoints(config),
                isolation.effectiveFilesystem().containsAll(Isolation.USER_DOCUMENTS),
                modes,
                config.homepage());
    }

    private static List<String> entryPoints(ContainerConfig config) {
        List<String> names = new ArrayList<>();
        config.defaultEntryPoint().map(EntryPoint::name).ifPresent(names::add);
        config.entrypoints().stream()
                .map(EntryPoint::name)
                .filter(name -> !names.contains(name))
                .forEach(names::add);
        return names;
    }
}
