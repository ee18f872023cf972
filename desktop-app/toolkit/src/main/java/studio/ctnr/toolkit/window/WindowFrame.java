package studio.ctnr.toolkit.window;

import atlantafx.base.controls.ModalPane;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import studio.ctnr.toolkit.dialog.Dialogs;
import studio.ctnr.toolkit.notice.NoticeStack;
import studio.ctnr.toolkit.notice.Notices;

/** The root of a window's scene: its content, the notices over it, and the modal pane over all. */
public final class WindowFrame extends StackPane {
    private final StackPane content = new StackPane();
    private final NoticeStack notices = new NoticeStack();
    private final Dialogs dialogs;

    public WindowFrame() {
        getStyleClass().add("window-frame");
        ModalPane modal = new ModalPane();
        StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
        getChildren().addAll(content, notices, modal);
        dialogs = new WindowDialogs(this, modal, notices);
    }

    public void setContent(Node node) {
        content.getChildren().setAll(node);
    }

    public Dialogs dialogs() {
        return dialogs;
    }

    public Notices notices() {
        return notices;
    }
}
