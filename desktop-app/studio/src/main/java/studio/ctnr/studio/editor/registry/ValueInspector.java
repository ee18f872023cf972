package studio.ctnr.studio.editor.registry;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.action.ActionControls;
import studio.ctnr.toolkit.text.ByteSize;

/** The value that is selected, in fields that fit its type. */
final class ValueInspector extends ScrollPane {
    private final RegistryViewModel model;
    private final RegistryActions actions;
    private final VBox box = new VBox();
    private Optional<ValueForm> form = Optional.empty();

    ValueInspector(RegistryViewModel model, RegistryActions actions) {
        super();
        this.model = model;
        this.actions = actions;
        box.getStyleClass().add("inspector-content");
        setContent(box);
        setFitToWidth(true);
        getStyleClass().addAll("flat", "inspector", "value-inspector");
        setMinWidth(240);
        model.rowProperty().subscribe(row -> show(row));
    }

    /** Lets the user type. */
    void focusForm() {
        form.ifPresent(shown -> shown.first().requestFocus());
    }

    private void show(ValueRow row) {
        form = Optional.empty();
        if (row == null) {
            box.getChildren().setAll(hint(Texts.text("registry.nothingSelected")));
            return;
        }
        Label name = new Label(RegistryViewModel.shown(row.name()));
        name.getStyleClass().add("strong");
        name.setWrapText(true);
        box.getChildren().setAll(name);
        row.value().ifPresentOrElse(value -> show(row, value), () -> showUnset(row));
    }

    private void showUnset(ValueRow row) {
        box.getChildren().addAll(hint(Texts.text("registry.unset")), buttons(List.of(actions.setDefault())));
    }

    private void show(ValueRow row, RegistryValue value) {
        box.getChildren().add(hint(row.type() + " · " + ByteSize.shown(value.data().length)));
        if (row.isWhiteout()) {
            box.getChildren().add(hint(Texts.text("registry.whiteout.hint")));
        } else {
            KeyPath key = model.keyProperty().get();
            ValueForm fields = ValueForm.of(value, () -> commit(key, value));
            form = Optional.of(fields);
            if (!model.isEditable()) {
                fields.node().setDisable(true);
                fields.node().getStyleClass().add("read-only");
            }
            box.getChildren().add(fields.node());
        }
        model.original(row.name())
                .ifPresent(before -> box.getChildren()
                        .add(hint(Texts.text(
                                "registry.was",
                                before.map(ValueText::brief).orElseGet(() -> Texts.text("registry.notSet"))))));
        List<Action> shown = model.original(row.name()).isPresent()
                ? List.of(actions.revert(), actions.delete())
                : List.of(actions.delete());
        box.getChildren().add(buttons(shown));
    }

    private void commit(KeyPath key, RegistryValue value) {
        form.flatMap(ValueForm::data)
                .ifPresent(data -> model.change(key, value, new RegistryValue(value.name(), value.type(), data)));
    }

    private static Label hint(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("small", "muted");
        label.setWrapText(true);
        return label;
    }

    private static FlowPane buttons(List<Action> shown) {
        FlowPane pane = new FlowPane(12, 6);
        for (Action action : shown) {
            Button button = ActionControls.button(action);
            button.setFocusTraversable(true);
            pane.getChildren().add(button);
        }
        return pane;
    }
}
