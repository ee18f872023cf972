package studio.ctnr.studio.editor.registry;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.studio.editor.registry.HexText.NotHexException;
import studio.ctnr.studio.text.Texts;

/** Bytes in hexadecimal, with the characters that they may mean below. */
final class BytesForm implements ValueForm {
    private static final int SHOWN_CHARACTERS = 4096;

    private final TextArea hex = new TextArea();
    private final Label characters = new Label();
    private final Label wrong = new Label();
    private Optional<byte[]> data;

    BytesForm(RegistryValue value, Runnable commit) {
        data = Optional.of(value.data());
        hex.setText(HexText.editable(value.data()));
        hex.setWrapText(true);
        hex.setPrefRowCount(10);
        hex.setId("registry-bytes");
        hex.getStyleClass().add("mono");
        characters.getStyleClass().addAll("mono", "muted");
        characters.setWrapText(true);
        wrong.getStyleClass().add("field-error");
        wrong.setWrapText(true);
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        show(value.data());
        hex.textProperty().subscribe((before, after) -> typed(after));
        FormKeys.commit(hex, commit);
    }

    private void typed(String text) {
        try {
            byte[] bytes = HexText.parse(text);
            data = Optional.of(bytes);
            wrong.setText("");
            show(bytes);
        } catch (NotHexException e) {
            data = Optional.empty();
            wrong.setText(Texts.text("registry.wrong.hex", e.line(), e.column()));
        }
    }

    private void show(byte[] bytes) {
        characters.setText(
                IntStream.iterate(0, at -> at < Math.min(bytes.length, SHOWN_CHARACTERS), at -> at + HexText.LINE)
                        .mapToObj(at -> HexText.characters(bytes, at))
                        .collect(Collectors.joining("\n")));
    }

    @Override
    public Node node() {
        return new VBox(
                12,
                Fields.labelled(Texts.text("registry.form.bytes"), hex),
                wrong,
                Fields.labelled(Texts.text("registry.form.characters"), characters));
    }

    @Override
    public Optional<byte[]> data() {
        return data;
    }

    @Override
    public Node first() {
        return hex;
    }
}
