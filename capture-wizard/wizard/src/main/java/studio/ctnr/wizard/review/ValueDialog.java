package studio.ctnr.wizard.review;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.hive.ValueType;
import studio.ctnr.engine.change.ValueForm;
import studio.ctnr.toolkit.dialog.Answer;
import studio.ctnr.toolkit.dialog.Modal;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.wizard.text.Texts;

/** A captured value's data as text, by its type: strings, lines, a number, or bytes. */
final class ValueDialog {
    private final ReviewViewModel viewModel;
    private final Desk desk;
    private final TextArea data = new TextArea();
    private final Label error = new Label();

    ValueDialog(ReviewViewModel viewModel, Desk desk) {
        this.viewModel = viewModel;
        this.desk = desk;
    }

    /** @param value as it is to be now */
    void show(KeyPath key, RegistryValue value) {
        data.setId("value-data");
        data.setText(text(value));
        data.getStyleClass().add("mono");
        data.setPrefRowCount(ValueForm.of(value.type(), value.data()) instanceof ValueForm.Number ? 1 : 6);
        data.setWrapText(true);
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        error.managedProperty().bind(error.textProperty().isNotEmpty());
        Label label = new Label(ValueForm.typeName(value.type()));
        label.getStyleClass().add("field-label");
        label.setLabelFor(data);
        Label hint = new Label(Texts.text("review.value.hint"));
        hint.getStyleClass().add("field-hint");
        hint.setWrapText(true);
        hint.setMinHeight(Label.USE_PREF_SIZE);
        VBox field = new VBox(label, data, hint, error);
        field.getStyleClass().add("field");
        field.setPrefWidth(512);
        String name = value.name().isEmpty() ? Texts.text("review.default-value") : value.name();
        desk.dialogs()
                .show(new Modal(
                        Texts.text("review.value.title", name),
                        field,
                        List.of(
                                Answer.cancel(Texts.text("review.rule.cancel")),
                                Answer.accent(Texts.text("review.value.set"), () -> set(key, value)))));
    }

    private void set(KeyPath key, RegistryValue value) {
        try {
            byte[] bytes = parse(value, data.getText()).bytes(value.type());
            viewModel.amend(key, new RegistryValue(value.name(), value.type(), bytes));
        } catch (IllegalArgumentException wrong) {
            // the question has gone with its answer: it comes again, with what was typed
            String typed = data.getText();
            show(key, value);
            data.setText(typed);
            error.setText(Texts.text("review.value.wrong", ValueForm.typeName(value.type()), wrong.getMessage()));
        }
    }

    private static String text(RegistryValue value) {
        return switch (ValueForm.of(value.type(), value.data())) {
            case ValueForm.Texts(List<String> texts) -> String.join("\n", texts);
            case ValueForm.Bytes(byte[] bytes) -> HexFormat.ofDelimiter(" ").formatHex(bytes);
            case ValueForm form -> form.line();
        };
    }

    /** @throws IllegalArgumentException when the text is no such data */
    static ValueForm parse(RegistryValue value, String text) {
        Optional<ValueType> type = value.type() >= 0 && value.type() < ValueType.values().length
                ? Optional.of(ValueType.values()[value.type()])
                : Optional.empty();
        boolean unusual = ValueForm.of(value.type(), value.data()) instanceof ValueForm.Bytes;
        return switch (type.filter(known -> !unusual).orElse(ValueType.REG_BINARY)) {
            case REG_SZ, REG_EXPAND_SZ -> new ValueForm.Text(text);
            case REG_MULTI_SZ -> new ValueForm.Texts(text.isEmpty() ? List.of() : List.of(text.split("\n", -1)));
            case REG_DWORD, REG_QWORD -> new ValueForm.Number(number(text.strip()));
            default -> new ValueForm.Bytes(HexFormat.of().parseHex(text.replaceAll("[\\s,]+", "")));
        };
    }

    private static long number(String text) {
        return text.startsWith("0x") || text.startsWith("0X")
                ? Long.parseUnsignedLong(text.substring(2), 16)
                : Long.parseUnsignedLong(text);
    }
}
