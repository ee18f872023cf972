package studio.ctnr.container.config;

import java.util.List;
import java.util.Map;
import studio.ctnr.container.yaml.KeyOrder;
import studio.ctnr.container.yaml.YamlPath;
import studio.ctnr.container.yaml.YamlPath.Index;
import studio.ctnr.container.yaml.YamlPath.Key;

/** The order in which the keys of config.yml are written; the same as the schema's, without loading it. */
final class ConfigKeys implements KeyOrder {
    private static final List<String> RULE = List.of("path", "mode");
    private static final Map<String, List<String>> ORDER = Map.ofEntries(
            Map.entry(
                    "",
                    List.of(
                            "id",
                            "name",
                            "version",
                            "runtime",
                            "paths",
                            "env",
                            "services",
                            "snapshots",
                            "security",
                            "publisher",
                            "description",
                            "icon",
                            "homepage",
                            "entrypoints",
                            "isolation",
                            "associations",
                            "protocols",
                            "text_files",
                            "hashes")),
            Map.entry("runtime", List.of("build", "hooks")),
            Map.entry("runtime.hooks", List.of("filesystem", "registry")),
            Map.entry("paths", List.of("program_files", "appdata", "local_appdata", "temp")),
            Map.entry("env[]", List.of("key", "value")),
            Map.entry("services[]", List.of("name", "type", "mode", "start", "command")),
            Map.entry("snapshots", List.of("strategy")),
            Map.entry("security", List.of("signed", "encryption")),
            Map.entry("entrypoints[]", List.of("name", "target", "args", "cwd", "icon", "default")),
            Map.entry("isolation", List.of("filesystem", "registry")),
            Map.entry("isolation.filesystem[]", RULE),
            Map.entry("isolation.registry[]", RULE),
            Map.entry("associations[]", List.of("extension", "progid", "description", "command")),
            Map.entry("protocols[]", List.of("scheme", "command")),
            Map.entry("hashes", List.of("algorithm", "root", "runtime")),
            Map.entry("hashes.runtime[]", List.of("path", "hash")));

    /** All of them, by the maps they stand in; {@code []} is any item of a list. */
    static Map<String, List<String>> all() {
        return ORDER;
    }

    @Override
    public List<String> keys(YamlPath map) {
        StringBuilder name = new StringBuilder();
        for (YamlPath.Step step : map.steps()) {
            switch (step) {
                case Index index -> name.append("[]");
                case Key key -> name.append(name.isEmpty() ? "" : ".").append(key.name());
            }
        }
        return ORDER.getOrDefault(name.toString(), List.of());
    }
}
