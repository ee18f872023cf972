package studio.ctnr.toolkit.window;

import atlantafx.base.theme.Styles;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.ctnr.toolkit.dialog.Answer;
import studio.ctnr.toolkit.dialog.Modal;

/** The white card of a question: title, content, and the answers at the right below. */
final class ModalBox extends VBox {
    private final HBox answers = new HBox();
    private Node first;

    ModalBox(Modal modal, Runnable close) {
        getStyleClass().add("modal-box");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Label title = new Label(modal.title());
        title.getStyleClass().add("heading");
        title.setWrapText(true);
        VBox.setVgrow(modal.content(), Priority.ALWAYS);
        answers.getStyleClass().add("answers");
        answers.setAlignment(Pos.CENTER_RIGHT);
        modal.answers().forEach(answer -> answers.getChildren().add(button(answer, close)));
        getChildren().addAll(title, modal.content(), answers);
    }

    /** What gets the focus when the card comes up, instead of a button. */
    ModalBox startAt(Node node) {
        first = node;
        return this;
    }

    /** The button of the main answer. */
    Button main() {
        return (Button) answers.getChildren().getLast();
    }

    void takeFocus() {
        Node target = first != null ? first : answers.getChildren().isEmpty() ? this : safest();
        // the pane takes the focus itself while it comes up
        Platform.runLater(target::requestFocus);
    }

    /** Enter must not destroy: where the main answer does, the first one has the focus. */
    private Node safest() {
        return main().getStyleClass().contains(Styles.DANGER)
                ? answers.getChildren().getFirst()
                : main();
    }

    private static Button button(Answer answer, Runnable close) {
        Button button = new Button(answer.label());
        switch (answer.kind()) {
            case ACCENT -> {
                button.getStyleClass().add(Styles.ACCENT);
                button.setDefaultButton(true);
            }
            case DANGER -> button.getStyleClass().add(Styles.DANGER);
            case CANCEL -> button.setCancelButton(true);
            case PLAIN -> {}
        }
        button.setOnAction(e -> {
            close.run();
            answer.act().run();
        });
        return button;
    }
}
