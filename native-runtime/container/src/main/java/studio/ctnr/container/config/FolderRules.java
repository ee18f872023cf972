package studio.ctnr.container.config;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.ContainerLayout;
import studio.ctnr.container.Variable;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.container.yaml.YamlPath;

/** Looks whether what a config.yml names is in its container. */
final class FolderRules {
    /** Any user will do: what is looked for lies in the container, where users have no names. */
    private static final String PROFILE = "C:\\Users\\user";

    private static final Map<Variable, String> VALUES = Map.of(
            Variable.APPDATA, PROFILE + "\\AppData\\Roaming",
            Variable.LOCALAPPDATA, PROFILE + "\\AppData\\Local",
            Variable.TEMP, PROFILE + "\\AppData\\Local\\Temp",
            Variable.PROGRAMFILES, "C:\\Program Files",
            Variable.USERPROFILE, PROFILE);
    private static final Map<String, String> ORDINARY = Map.of(
            "%programfiles%", "C:\\Program Files",
            "%programw6432%", "C:\\Program Files",
            "%programfiles(x86)%", "C:\\Program Files (x86)",
            "%programdata%", "C:\\ProgramData",
            "%appdata%", PROFILE + "\\AppData\\Roaming",
            "%localappdata%", PROFILE + "\\AppData\\Local",
            "%userprofile%", PROFILE);

    private FolderRules() {}

    static void check(ContainerConfig config, ContainerFolder folder, BiConsumer<YamlPath, String> warning)
            throws IOException {
        ContainerLayout layout = ContainerLayout.of(WindowsPath.of(PROFILE));
        List<EntryPoint> entries = config.entrypoints();
        for (int i = 0; i < entries.size(); i++) {
            Optional<String> place = path(entries.get(i).target()).map(layout::toContainer);
            if (place.isPresent() && isMissing(place.get(), folder)) {
                warning.accept(
                        YamlPath.of("entrypoints").index(i).key("target"),
                        "names " + entries.get(i).target() + ", but the container holds no " + place.get());
            }
        }
    }

    /** What Windows itself brings ({@code cmd.exe}, {@code rundll32.exe}) need not be in the container. */
    private static boolean isMissing(String place, ContainerFolder folder) throws IOException {
        return !place.startsWith("rootfs/Windows/") && folder.find(place).isEmpty();
    }

    /** The path of a target whose variables are all known; empty for one that only the machine can tell. */
    private static Optional<WindowsPath> path(String target) {
        String expanded = Variable.expand(target, variable -> Optional.ofNullable(VALUES.get(variable)));
        int end = expanded.indexOf('%', 1);
        if (expanded.startsWith("%") && end > 0) {
            String value = ORDINARY.get(expanded.substring(0, end + 1).toLowerCase(Locale.ROOT));
            expanded = value == null ? expanded : value + expanded.substring(end + 1);
        }
        if (!expanded.matches("(?s)[A-Za-z]:[\\\\/][^%:*?\"<>|\\u0000]*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(WindowsPath.of(expanded));
        } catch (IllegalArgumentException stepsThroughFolders) {
            return Optional.empty();
        }
    }
}
