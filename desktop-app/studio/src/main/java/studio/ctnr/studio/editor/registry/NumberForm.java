package studio.ctnr.studio.editor.registry;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import studio.ctnr.container.hive.RegistryData;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.studio.text.Texts;

/** A number in three notations, each of which can be typed into; the others follow. */
final class NumberForm implements ValueForm {
    private final int bits;
    private final Map<NumberText, TextField> fields = new EnumMap<>(NumberText.class);
    private final Label wrong = new Label();
    private final VBox box = new VBox(12);
    private Optional<Long> number;
    private boolean following;

    NumberForm(RegistryValue value, int bits, Runnable commit) {
        this.bits = bits;
        byte[] data = value.data();
        number = Optional.of(bits == Integer.SIZE ? RegistryData.integer(data) : RegistryData.longInteger(data));
        wrong.getStyleClass().add("field-error");
        wrong.setWrapText(true);
        for (NumberText notation : NumberText.values()) {
            TextField field = new TextField(notation.format(number.get(), bits));
            field.getStyleClass().add("mono");
            field.setId("registry-" + notation.name().toLowerCase(Locale.ROOT));
            field.textProperty().subscribe((before, after) -> typed(notation, after));
            FormKeys.commit(field, commit);
            fields.put(notation, field);
            box.getChildren().add(Fields.labelled(Texts.text("registry.form." + id(notation)), field));
        }
        box.getChildren().add(wrong);
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
    }

    private static String id(NumberText notation) {
        return switch (notation) {
            case HEXADECIMAL -> "hexadecimal";
            case DECIMAL -> "decimal";
            case BITS -> "bits";
        };
    }

    private void typed(NumberText notation, String text) {
        if (following) {
            return;
        }
        number = notation.parse(text, bits);
        wrong.setText(number.isPresent() ? "" : Texts.text("registry.wrong.number", bits));
        number.ifPresent(known -> follow(notation, known));
    }

    private void follow(NumberText typed, long known) {
        following = true;
        fields.forEach((notation, field) -> {
            if (notation != typed) {
                field.setText(notation.format(known, bits));
            }
        });
        following = false;
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Optional<byte[]> data() {
        return number.map(
                known -> bits == Integer.SIZE ? RegistryData.ofInt(known.intValue()) : RegistryData.ofLong(known));
    }

    @Override
    public Node first() {
        return fields.get(NumberText.HEXADECIMAL);
    }
}
