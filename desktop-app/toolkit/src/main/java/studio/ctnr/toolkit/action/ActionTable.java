package studio.ctnr.toolkit.action;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

/** The actions that can be reached now, in the order in which menus and the palette show them. */
public final class ActionTable {
    private final Map<String, Action> actions = new LinkedHashMap<>();

    /** Empty. */
    public ActionTable() {}

    /** Adds actions; one with the same id takes the other's place. */
    public void add(Collection<Action> added) {
        added.forEach(action -> actions.put(action.id(), action));
    }

    public void remove(Collection<Action> removed) {
        removed.forEach(action -> actions.remove(action.id(), action));
    }

    public List<Action> all() {
        return List.copyOf(actions.values());
    }

    public Optional<Action> find(String id) {
        return Optional.ofNullable(actions.get(id));
    }

    /** Makes the shortcuts work wherever the focus is; controls that need a key for themselves take it first. */
    public void listenTo(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        for (Action action : new ArrayList<>(actions.values())) {
            if (action.enabled().get()
                    && action.shortcut().filter(keys -> keys.match(event)).isPresent()) {
                event.consume();
                action.perform();
                return;
            }
        }
    }
}
