package studio.ctnr.wizard.describe;

import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.ctnr.wizard.model.EntryDraft;
import studio.ctnr.wizard.text.Texts;

/** One entry point: whether it is wanted, what it is called, what it starts. */
final class EntryRow extends HBox {
    EntryRow(DescribeViewModel viewModel, int at, ToggleGroup main) {
        EntryDraft entry = viewModel.entries().get(at);
        getStyleClass().add("entry-row");
        setAlignment(Pos.CENTER_LEFT);
        CheckBox kept = new CheckBox();
        kept.setSelected(entry.kept());
        kept.setAccessibleText(Texts.text("describe.entry.kept", entry.name()));
        TextField name = new TextField(entry.name());
        name.setPrefWidth(190);
        name.setAccessibleText(Texts.text("describe.entry.name"));
        Label target = new Label(entry.target() + (entry.arguments().isEmpty() ? "" : " " + entry.arguments()));
        target.getStyleClass().addAll("mono", "small", "muted");
        target.setTooltip(new Tooltip(target.getText()));
        target.setMinWidth(0);
        VBox middle = new VBox(target);
        middle.setAlignment(Pos.CENTER_LEFT);
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        RadioButton isMain = new RadioButton(Texts.text("describe.entry.main"));
        isMain.setToggleGroup(main);
        isMain.setSelected(entry.main());
        isMain.setMinWidth(USE_PREF_SIZE);
        kept.setOnAction(e -> viewModel.entry(at, old -> old.withKept(kept.isSelected())));
        name.textProperty().addListener((o, was, is) -> viewModel.entry(at, old -> old.withName(is)));
        isMain.setOnAction(e -> viewModel.entry(at, old -> old.withMain(true)));
        name.disableProperty().bind(kept.selectedProperty().not());
        isMain.disableProperty().bind(kept.selectedProperty().not());
        getChildren().addAll(kept, name, middle, isMain);
    }
}
