package studio.ctnr.workbench.compare;

import java.util.List;
import java.util.Objects;

/**
 * How two containers differ, in files, registry and settings. The hives and config.yml are not among the files; logs,
 * snapshots and temporary files are not looked at.
 */
public record Comparison(
        Side first,
        Side second,
        List<SettingDifference> settings,
        List<FileDifference> files,
        List<RegistryDifference> registry) {
    public Comparison {
        settings = List.copyOf(settings);
        files = List.copyOf(files);
        registry = List.copyOf(registry);
    }

    public boolean isSame() {
        return settings.isEmpty() && files.isEmpty() && registry.isEmpty();
    }

    /**
     * One of the two.
     *
     * @param source what was compared: a path, an id, or an id and a snapshot
     */
    public record Side(String source, String id, String name, String version) {
        public Side {
            Objects.requireNonNull(source);
        }
    }
}
