package studio.ctnr.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.reg.RegEffect;

/** What an import did, for people and for programs. */
final class ShownEffect {
    private ShownEffect() {}

    static String line(RegEffect effect) {
        String key = Printable.of(effect.key());
        return switch (effect.kind()) {
            case KEY_ADDED -> "+ [" + key + "]";
            case KEY_REMOVED -> "- [" + key + "]";
            case VALUE_ADDED -> "+ [" + key + "] " + value(effect.after());
            case VALUE_REMOVED -> "- [" + key + "] " + value(effect.before());
            case VALUE_CHANGED -> "~ [" + key + "] " + value(effect.before()) + " -> " + typeAndData(effect.after());
        };
    }

    private static String value(RegistryValue value) {
        return new ShownValue(value).name() + " = " + typeAndData(value);
    }

    private static String typeAndData(RegistryValue value) {
        ShownValue shown = new ShownValue(value);
        return shown.type() + " " + shown.brief();
    }

    static Map<String, Object> document(RegEffect effect) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("change", effect.kind().name().toLowerCase(Locale.ROOT));
        document.put("key", effect.key());
        if (effect.before() != null) {
            document.put("before", new ShownValue(effect.before()).document());
        }
        if (effect.after() != null) {
            document.put("after", new ShownValue(effect.after()).document());
        }
        return document;
    }
}
