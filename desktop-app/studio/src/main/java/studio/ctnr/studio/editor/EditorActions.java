package studio.ctnr.studio.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;

/** What can be done with the container that is edited. */
final class EditorActions {
    private final Action save;
    private final Action undo;
    private final Action redo;
    private final List<Action> buttons;
    private final boolean editable;

    /**
     * @param buttons of the container itself, such as running it
     * @param editable whether something can be saved at all
     */
    EditorActions(EditorSession session, Runnable write, List<Action> buttons, boolean editable) {
        this.editable = editable;
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

    /** Empty where nothing can be edited. */
    Optional<Action> save() {
        return editable ? Optional.of(save) : Optional.empty();
    }

    List<Action> buttons() {
        return buttons;
    }

    List<Action> all() {
        List<Action> all = new ArrayList<>(buttons);
        if (editable) {
            all.addAll(List.of(save, undo, redo));
        }
        return all;
    }
}
