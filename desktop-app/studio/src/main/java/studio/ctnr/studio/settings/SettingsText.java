package studio.ctnr.studio.settings;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import studio.ctnr.studio.settings.Settings.WindowPlace;
import studio.ctnr.toolkit.text.Language;
import studio.ctnr.toolkit.theme.Appearance;
import studio.ctnr.wizard.host.MachineDefaults;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings as JSON. What can't be understood, such as a word of a later version, is taken as if it weren't there: one
 * wrong line must not cost all the others.
 */
final class SettingsText {
    /** Of the format; a later version keeps the meaning of every key, or gives it another name. */
    static final int VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private SettingsText() {}

    /** @throws JacksonException when it is no JSON at all */
    static Settings read(String text) {
        JsonNode root = JSON.readTree(text);
        Settings first = Settings.FIRST;
        return new Settings(
                word(root, "appearance", Appearance.values()).orElse(first.appearance()),
                word(root, "language", Language.values()),
                Optional.of(root.path("scale").asInt(0)).filter(Settings.SCALES::contains),
                root.path("confirmRetire").asBoolean(first.confirmRetire()),
                root.path("denseLibrary").asBoolean(first.denseLibrary()),
                root.path("menuBar").asBoolean(first.menuBar()),
                machine(root.path("machine")),
                window(root.path("window")),
                favourites(root.path("favourites")),
                measures(root.path("measures")));
    }

    static String write(Settings settings) {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", VERSION);
        root.put("appearance", settings.appearance().name());
        settings.language().ifPresent(language -> root.put("language", language.name()));
        settings.scale().ifPresent(percent -> root.put("scale", percent));
        root.put("confirmRetire", settings.confirmRetire());
        root.put("denseLibrary", settings.denseLibrary());
        root.put("menuBar", settings.menuBar());
        root.putObject("machine")
                .put("network", settings.machine().network())
                .put("windowsVersion", settings.machine().windowsVersion())
                .put("minutes", settings.machine().minutes());
        settings.window().ifPresent(place -> {
            ObjectNode window = root.putObject("window");
            window.put("x", place.x()).put("y", place.y());
            window.put("width", place.width()).put("height", place.height());
            window.put("maximized", place.maximized());
        });
        ObjectNode favourites = root.putObject("favourites");
        new TreeMap<>(settings.favourites()).forEach((container, keys) -> {
            ObjectNode named = favourites.putObject(container);
            new TreeMap<>(keys).forEach(named::put);
        });
        ObjectNode measures = root.putObject("measures");
        new TreeMap<>(settings.measures()).forEach(measures::put);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static <E extends Enum<E>> Optional<E> word(JsonNode root, String key, E[] words) {
        String found = root.path(key).asString("");
        return Stream.of(words).filter(word -> word.name().equals(found)).findFirst();
    }

    private static MachineDefaults machine(JsonNode node) {
        MachineDefaults first = MachineDefaults.FIRST;
        String windows = node.path("windowsVersion").asString("");
        int minutes = node.path("minutes").asInt(0);
        return new MachineDefaults(
                node.path("network").asBoolean(first.network()),
                MachineDefaults.WINDOWS.contains(windows) ? windows : first.windowsVersion(),
                MachineDefaults.MINUTES.contains(minutes) ? minutes : first.minutes());
    }

    private static Optional<WindowPlace> window(JsonNode node) {
        double width = node.path("width").asDouble(0);
        double height = node.path("height").asDouble(0);
        if (width < 100 || height < 100) {
            return Optional.empty();
        }
        return Optional.of(new WindowPlace(
                node.path("x").asDouble(0),
                node.path("y").asDouble(0),
                width,
                height,
                node.path("maximized").asBoolean(false)));
    }

    private static Map<String, Map<String, String>> favourites(JsonNode node) {
        Map<String, Map<String, String>> favourites = new TreeMap<>();
        node.properties().forEach(container -> {
            Map<String, String> keys = new TreeMap<>();
            container.getValue().properties().forEach(each -> {
                if (each.getValue().isString()) {
                    keys.put(each.getKey(), each.getValue().asString());
                }
            });
            favourites.put(container.getKey(), keys);
        });
        return favourites;
    }

    private static Map<String, Double> measures(JsonNode node) {
        Map<String, Double> measures = new TreeMap<>();
        node.properties().forEach(entry -> {
            if (entry.getValue().isNumber()) {
                measures.put(entry.getKey(), entry.getValue().doubleValue());
            }
        });
        return measures;
    }
}
