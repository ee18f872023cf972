package studio.ctnr.engine.smoke;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import studio.ctnr.engine.sandbox.LiveScreen.Input.Key;

/** Keys by the names that stand on them. */
final class SmokeKeys {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("enter", "Return"),
            Map.entry("tab", "Tab"),
            Map.entry("escape", "Escape"),
            Map.entry("space", "space"),
            Map.entry("backspace", "BackSpace"),
            Map.entry("delete", "Delete"),
            Map.entry("insert", "Insert"),
            Map.entry("home", "Home"),
            Map.entry("end", "End"),
            Map.entry("pageup", "Prior"),
            Map.entry("pagedown", "Next"),
            Map.entry("left", "Left"),
            Map.entry("right", "Right"),
            Map.entry("up", "Up"),
            Map.entry("down", "Down"),
            Map.entry("menu", "Menu"));
    private static final List<String> MODIFIERS = List.of("ctrl", "alt", "shift");
    private static final Pattern FUNCTION = Pattern.compile("f([1-9]|1[0-2])");

    private SmokeKeys() {}

    /**
     * A key with the modifiers that are held meanwhile, such as {@code ctrl+s} or {@code alt+F4}.
     *
     * @throws IllegalArgumentException when there is no such key; says which there are
     */
    static Key key(String text) {
        int before = text.lastIndexOf('+', Math.max(0, text.length() - 2));
        StringBuilder keysym = new StringBuilder();
        if (before > 0) {
            for (String modifier :
                    text.substring(0, before).toLowerCase(Locale.ROOT).split("\\+", -1)) {
                if (!MODIFIERS.contains(modifier)) {
                    throw unknown(text);
                }
                keysym.append(modifier).append('+');
            }
        }
        String name = text.substring(before > 0 ? before + 1 : 0);
        String folded = name.toLowerCase(Locale.ROOT);
        if (NAMES.containsKey(folded)) {
            keysym.append(NAMES.get(folded));
        } else if (FUNCTION.matcher(folded).matches()) {
            keysym.append(folded.toUpperCase(Locale.ROOT));
        } else if (name.codePointCount(0, name.length()) == 1 && !Character.isISOControl(name.charAt(0))) {
            keysym.append(keysym(name.codePointAt(0)));
        } else {
            throw unknown(text);
        }
        return new Key(keysym.toString());
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException(
                "\"%s\" is no key: it is one character, F1 to F12, or one of %s, with ctrl+, alt+ or shift+ before it"
                        .formatted(
                                text,
                                String.join(
                                        ", ", NAMES.keySet().stream().sorted().toList())));
    }

    /** The keys that write a text; the end of a line is Enter. */
    static List<Key> text(String text) {
        List<Key> keys = new ArrayList<>();
        text.codePoints()
                .forEach(each -> keys.add(
                        switch (each) {
                            case '\n' -> key("enter");
                            case '\t' -> key("tab");
                            default -> new Key(keysym(each));
                        }));
        return keys;
    }

    private static String keysym(int character) {
        return "U%04x".formatted(character);
    }
}
