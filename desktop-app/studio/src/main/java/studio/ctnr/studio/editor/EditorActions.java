package studio.ctnr.studio.editor;

import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;

/** What can be done with the container that is edited. */
final class EditorActions {
    private final Action save;
    private final Action undo;
    private final Action redo;
    private final List<Action> buttons;

    /** @param buttons of the container itself, such as running it */
    EditorActions(EditorSession session, Runnable write, List<Action> buttons) {
        save = Action.of("editor.save", Texts.text("editor.save"), write)
                .icon(BootstrapIcons.SAVE)
                .shortcut("Shortcut+S")
                .enabledWhen(session.modifiedProperty());
        undo = Action.of("editor.undo", Texts.text("editor.undo.action"), session::undo)
                .icon(BootstrapIcons.ARROW_COUNTERCLOCKWISE)
                .shortcut("Shortcut+Z");
        redo = Action.of("editor.redo", Texts.text("editor.redo.action"), session::redo)
                .icon(BootstrapIcons.ARROW_CLOCKWISE)
                .shortcut("Shortcut+Shift+Z");
        this.buttons = List.copyOf(buttons);
    }

    Action save() {
        return save;
    }

    List<Action> buttons() {
        return buttons;
    }

    List<Action> all() {
        List<Action> all = new ArrayList<>(buttons);
        all.addAll(List.of(save, undo, redo));
        return all;
    }
}
