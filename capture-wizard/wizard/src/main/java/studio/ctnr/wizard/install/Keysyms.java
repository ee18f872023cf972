package studio.ctnr.wizard.install;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What X calls the keys that JavaFX tells of. */
final class Keysyms {
    private static final Map<KeyCode, String> NAMED = Map.ofEntries(
            Map.entry(KeyCode.ENTER, "Return"),
            Map.entry(KeyCode.TAB, "Tab"),
            Map.entry(KeyCode.BACK_SPACE, "BackSpace"),
            Map.entry(KeyCode.DELETE, "Delete"),
            Map.entry(KeyCode.INSERT, "Insert"),
            Map.entry(KeyCode.HOME, "Home"),
            Map.entry(KeyCode.END, "End"),
            Map.entry(KeyCode.PAGE_UP, "Prior"),
            Map.entry(KeyCode.PAGE_DOWN, "Next"),
            Map.entry(KeyCode.LEFT, "Left"),
            Map.entry(KeyCode.RIGHT, "Right"),
            Map.entry(KeyCode.UP, "Up"),
            Map.entry(KeyCode.DOWN, "Down"));

    private Keysyms() {}

    /** Of a key that types nothing, or that is pressed together with Ctrl or Alt; Esc stays the wizard's own. */
    static Optional<String> ofPressed(KeyEvent event) {
        String name = NAMED.get(event.getCode());
        if (name == null && event.getCode().isFunctionKey()) {
            name = event.getCode().getName();
        }
        boolean command = event.isControlDown() || event.isAltDown();
        if (name == null
                && command
                && (event.getCode().isLetterKey() || event.getCode().isDigitKey())) {
            name = event.getCode().getName().toLowerCase(java.util.Locale.ROOT);
        }
        return Optional.ofNullable(name).map(key -> modifiers(event) + key);
    }

    /** Of a character that was typed. */
    static Optional<String> ofTyped(KeyEvent event) {
        String text = event.getCharacter();
        if (event.isControlDown() || event.isAltDown() || text.isEmpty() || Character.isISOControl(text.charAt(0))) {
            return Optional.empty();
        }
        return Optional.of("U%04x".formatted(text.codePointAt(0)));
    }

    private static String modifiers(KeyEvent event) {
        return (event.isControlDown() ? "ctrl+" : "")
                + (event.isAltDown() ? "alt+" : "")
                + (event.isShiftDown() ? "shift+" : "");
    }
}
