package studio.ctnr.toolkit.window;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import studio.ctnr.toolkit.dialog.Answer;
import studio.ctnr.toolkit.dialog.Modal;
import studio.ctnr.toolkit.dialog.TextQuestion;
import studio.ctnr.toolkit.text.ToolkitTexts;

/** Makes the card of a {@link TextQuestion}: it closes only on a text that passes the check. */
final class TextQuestionBox {
    private TextQuestionBox() {}

    static ModalBox of(TextQuestion question, Runnable close) {
        Label label = new Label(question.label());
        label.getStyleClass().add("field-label");
        TextField field = new TextField(question.first());
        field.setPrefColumnCount(32);
        label.setLabelFor(field);
        Label error = new Label();
        error.getStyleClass().add("field-error");
        error.managedProperty().bind(error.textProperty().isNotEmpty());
        VBox form = new VBox(label, field, error);
        form.getStyleClass().add("field");

        List<Answer> answers =
                List.of(Answer.cancel(ToolkitTexts.text("dialog.cancel")), Answer.accent(question.act(), () -> {}));
        ModalBox box = new ModalBox(new Modal(question.title(), form, answers), close).startAt(field);
        Button main = box.main();
        main.setOnAction(e -> {
            String text = field.getText().strip();
            Optional<String> wrong = question.check().apply(text);
            error.setText(wrong.orElse(""));
            field.pseudoClassStateChanged(Styles.STATE_DANGER, wrong.isPresent());
            if (wrong.isEmpty()) {
                close.run();
                question.then().accept(text);
            } else {
                field.requestFocus();
            }
        });
        return box;
    }
}
