package studio.ctnr.studio.editor.registry;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.ctnr.container.hive.Hive;

/** Registries by the names under which they can be chosen. */
public record SampleRegistries(Map<String, Map<String, Hive>> all) implements OtherRegistries {
    @Override
    public List<String> known() {
        return all.keySet().stream().sorted().toList();
    }

    @Override
    public Map<String, Hive> read(String source) throws IOException {
        return Optional.ofNullable(all.get(source)).orElseThrow(() -> new IOException("There is no " + source));
    }
}
