package studio.ctnr.toolkit.action;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/**
 * Something the user can do, said once: menu items, buttons, shortcuts and the command palette are all made from it.
 *
 * @param id stable and dotted, {@code library.run}
 * @param label as a menu has it; ends in {@code …} when it asks something first
 * @param icon may be absent
 * @param shortcut may be absent
 * @param enabled whether it can be done now
 * @param run what it does, on the FX thread
 */
public record Action(
        String id,
        String label,
        Optional<Ikon> icon,
        Optional<KeyCombination> shortcut,
        ObservableBooleanValue enabled,
        Runnable run) {

    /** An action that can always be done. */
    public static Action of(String id, String label, Runnable run) {
        return new Action(
                id, label, Optional.empty(), Optional.empty(), Bindings.createBooleanBinding(() -> true), run);
    }

    public Action icon(Ikon shown) {
        return new Action(id, label, Optional.of(shown), shortcut, enabled, run);
    }

    /** @param keys in JavaFX's notation, {@code Shortcut+K} */
    public Action shortcut(String keys) {
        return new Action(id, label, icon, Optional.of(KeyCombination.valueOf(keys)), enabled, run);
    }

    public Action enabledWhen(ObservableBooleanValue condition) {
        return new Action(id, label, icon, shortcut, condition, run);
    }

    /** Does it, when it can be done. */
    public void perform() {
        if (enabled.get()) {
            run.run();
        }
    }
}
