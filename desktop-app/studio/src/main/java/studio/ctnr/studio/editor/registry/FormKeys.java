package studio.ctnr.studio.editor.registry;

import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** When a field counts as filled in: Enter (with Ctrl where Enter is a line's end), and leaving it. */
final class FormKeys {
    private FormKeys() {}

    static void commit(Node field, Runnable commit) {
        boolean severalLines = field instanceof TextArea;
        field.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && key.isShortcutDown() == severalLines) {
                key.consume();
                commit.run();
            }
        });
        field.focusedProperty().subscribe((before, after) -> {
            if (!after) {
                commit.run();
            }
        });
    }
}
