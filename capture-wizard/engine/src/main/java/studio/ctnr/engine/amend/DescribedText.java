package studio.ctnr.engine.amend;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.ctnr.container.config.EntryPoint;
import studio.ctnr.engine.internal.yaml.YamlSection;

/** The section {@code application} of {@code amendments.yml}. */
final class DescribedText {
    private DescribedText() {}

    static Described read(YamlSection section) throws IOException {
        section.allow(Set.of("id", "name", "version", "publisher", "description", "icon", "entrypoints"));
        return new Described(
                line(section, "id"),
                line(section, "name"),
                line(section, "version"),
                section.text("publisher"),
                section.text("description"),
                line(section, "icon"),
                section.has("entrypoints") ? Optional.of(entries(section.sections("entrypoints"))) : Optional.empty());
    }

    private static List<EntryPoint> entries(List<YamlSection> items) throws IOException {
        List<EntryPoint> entries = new ArrayList<>();
        for (YamlSection item : items) {
            item.allow(Set.of("name", "target", "args", "cwd", "icon", "default"));
            boolean isDefault = flag(item);
            String name = requiredLine(item, "name");
            String target = requiredLine(item, "target");
            if (isDefault && entries.stream().anyMatch(EntryPoint::isDefault)) {
                throw item.problem("default", "one entry point at most is the default");
            }
            if (entries.stream().anyMatch(other -> other.name().equalsIgnoreCase(name))) {
                throw item.problem("name", "\"%s\" is the name of two entry points; rename one".formatted(name));
            }
            entries.add(
                    new EntryPoint(name, target, item.text("args"), line(item, "cwd"), line(item, "icon"), isDefault));
        }
        return entries;
    }

    private static boolean flag(YamlSection item) throws IOException {
        String text = item.text("default").orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw item.problem("default", "\"default\" is true or false, not " + text);
        }
        return text.equals("true");
    }

    private static String requiredLine(YamlSection section, String key) throws IOException {
        section.requiredText(key);
        return line(section, key).orElseThrow();
    }

    private static Optional<String> line(YamlSection section, String key) throws IOException {
        Optional<String> text = section.text(key);
        if (text.isPresent() && (text.get().isBlank() || text.get().contains("\n"))) {
            throw section.problem(key, "\"%s\" is one line that is not empty".formatted(key));
        }
        return text;
    }

    static Map<String, Object> map(Described said) {
        Map<String, Object> map = new LinkedHashMap<>();
        said.id().ifPresent(text -> map.put("id", text));
        said.name().ifPresent(text -> map.put("name", text));
        said.version().ifPresent(text -> map.put("version", text));
        said.publisher().ifPresent(text -> map.put("publisher", text));
        said.description().ifPresent(text -> map.put("description", text));
        said.icon().ifPresent(text -> map.put("icon", text));
        said.entrypoints()
                .ifPresent(entries -> map.put(
                        "entrypoints", entries.stream().map(DescribedText::item).toList()));
        return map;
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
}
