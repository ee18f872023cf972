package studio.ctnr.studio.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.config.EntryPoint;

/** Reads what the inspector shows from a container's {@code config.yml}. */
final class DetailsReader {
    private DetailsReader() {}

    static ContainerDetails read(ContainerFolder folder) throws IOException {
        ContainerConfig config =
                ConfigDocument.read(folder.config()).config(folder.config().toString());
        return new ContainerDetails(
                config.runtime().build().orElse(""),
                config.security().encryption().name().toLowerCase(Locale.ROOT),
                entryPoints(config),
                config.isolation(),
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
