package studio.ctnr.wizard.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.config.EntryPoint;
import studio.ctnr.container.config.Isolation;
import studio.ctnr.container.config.Isolation.Mode;
import studio.ctnr.wizard.model.DescriptionDraft;
import studio.ctnr.wizard.model.EntryDraft;

/** Writes into {@code config.yml} what the engineer said otherwise than the capture; the rest of the text stays. */
record DescribedConfig(DescriptionDraft description) {
    private static final String ICON = "bin/icons/application.ico";

    void write(Path container) throws IOException {
        Path file = new ContainerFolder(container).config();
        ConfigDocument document = ConfigDocument.read(file);
        ContainerConfig config = document.config(file.toString());
        document = text(document, "publisher", config.publisher().orElse(""), description.publisher());
        document = text(document, "description", config.description().orElse(""), description.description());
        List<Map<String, Object>> entries = entries(config);
        if (!entries.equals(
                config.entrypoints().stream().map(DescribedConfig::item).toList())) {
            document = entries.isEmpty() ? document.remove("entrypoints") : document.set("entrypoints", entries);
        }
        if (!description.documents()) {
            document = document.set("isolation.filesystem", kept(config.isolation()));
        }
        if (!description.icon().isEmpty()) {
            Path icon = container.resolve(ICON);
            Files.createDirectories(icon.getParent());
            Files.copy(Path.of(description.icon()), icon);
            document = document.set("icon", ICON);
        }
        document.write(file);
    }

    private static ConfigDocument text(ConfigDocument document, String key, String found, String wanted) {
        if (wanted.equals(found)) {
            return document;
        }
        return wanted.isEmpty() ? document.remove(key) : document.set(key, wanted);
    }

    private List<Map<String, Object>> entries(ContainerConfig config) {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (EntryPoint entry : config.entrypoints()) {
            EntryDraft draft = description.entries().stream()
                    .filter(one ->
                            one.found().equals(entry.name()) && one.target().equals(entry.target()))
                    .findFirst()
                    .orElse(null);
            if (draft == null) {
                entries.add(item(entry));
            } else if (draft.kept()) {
                EntryPoint renamed = new EntryPoint(
                        draft.name().strip(), entry.target(), entry.args(), entry.cwd(), entry.icon(), draft.main());
                entries.add(item(renamed));
            }
        }
        return entries;
    }

    private static Map<String, Object> item(EntryPoint entry) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("name", entry.name());
        item.put("target", entry.target());
        entry.args().ifPresent(text -> item.put("args", text));
        entry.cwd().ifPresent(text -> item.put("cwd", text));
        entry.icon().ifPresent(text -> item.put("icon", text));
        if (entry.isDefault()) {
            item.put("default", true);
        }
        return item;
    }

    /** The user's own folders as the container's instead of the host's; what else is said stays. */
    private static List<Map<String, Object>> kept(Isolation isolation) {
        return isolation.filesystem().stream()
                .map(rule ->
                        Isolation.USER_DOCUMENTS.contains(rule) ? new Isolation.Rule(rule.path(), Mode.MERGED) : rule)
                .map(rule -> {
                    Map<String, Object> item = new LinkedHashMap<>();
                    item.put("path", rule.path());
                    item.put("mode", rule.mode().name().toLowerCase(Locale.ROOT));
                    return item;
                })
                .toList();
    }
}
