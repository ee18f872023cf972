package studio.ctnr.studio.editor.registry;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import studio.ctnr.container.hive.RegistryData;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.studio.text.Texts;

/** A list of strings, one a line. An empty line would end the list for most readers, so there is none. */
final class TextsForm implements ValueForm {
    private final TextArea lines = new TextArea();

    TextsForm(RegistryValue value, Runnable commit) {
        lines.setText(String.join("\n", RegistryData.texts(value.data())));
        lines.setPrefRowCount(8);
        lines.setId("registry-texts");
        FormKeys.commit(lines, commit);
    }

    @Override
    public Node node() {
        return Fields.labelled(Texts.text("registry.form.texts"), lines);
    }

    @Override
    public Optional<byte[]> data() {
        List<String> texts =
                lines.getText().lines().filter(line -> !line.isEmpty()).toList();
        return Optional.of(RegistryData.ofTexts(texts));
    }

    @Override
    public Node first() {
        return lines;
    }
}
