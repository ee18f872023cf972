package studio.ctnr.studio.editor.registry;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import studio.ctnr.container.hive.RegistryData;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.studio.text.Texts;

/** A string. */
final class TextForm implements ValueForm {
    private final TextArea text = new TextArea();

    TextForm(RegistryValue value, Runnable commit) {
        text.setText(RegistryData.text(value.data()));
        text.setWrapText(true);
        text.setPrefRowCount(4);
        text.setId("registry-text");
        FormKeys.commit(text, commit);
    }

    @Override
    public Node node() {
        return Fields.labelled(Texts.text("registry.form.text"), text);
    }

    @Override
    public Optional<byte[]> data() {
        return Optional.of(RegistryData.ofText(text.getText().replace("\0", "")));
    }

    @Override
    public Node first() {
        return text;
    }
}
