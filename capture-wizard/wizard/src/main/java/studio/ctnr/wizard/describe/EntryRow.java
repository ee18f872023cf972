package studio.ctnr.wizard.describe;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.wizard.icon.IconTile;
import studio.ctnr.wizard.model.EntryDraft;
import studio.ctnr.wizard.text.Texts;

/** One entry point: whether it is wanted, what it is called, what it starts, and what changes it. */
final class EntryRow extends HBox {
    private static final int ICON = 24;

    EntryRow(DescribeViewModel viewModel, int at, ToggleGroup main, EntryDialog dialog) {
        EntryDraft entry = viewModel.entries().get(at);
        getStyleClass().add("entry-row");
        setAlignment(Pos.CENTER_LEFT);
        CheckBox kept = new CheckBox();
        kept.setSelected(entry.kept());
        kept.setAccessibleText(Texts.text("describe.entry.kept", entry.name()));
        TextField name = new TextField(entry.name());
        name.setAccessibleText(Texts.text("describe.entry.name"));
        VBox middle = new VBox(2, name, target(viewModel, entry));
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
        Button up = act("describe.entry.up", BootstrapIcons.ARROW_UP, () -> viewModel.move(at, -1));
        up.setDisable(at == 0);
        Button down = act("describe.entry.down", BootstrapIcons.ARROW_DOWN, () -> viewModel.move(at, 1));
        down.setDisable(at == viewModel.entries().size() - 1);
        Button remove = act("describe.entry.remove", BootstrapIcons.TRASH, () -> viewModel.remove(at));
        remove.setVisible(entry.own());
        remove.setManaged(viewModel.entries().stream().anyMatch(EntryDraft::own));
        HBox acts =
                new HBox(act("describe.entry.edit", BootstrapIcons.PENCIL, () -> dialog.edit(at)), up, down, remove);
        acts.setAlignment(Pos.CENTER_LEFT);
        acts.setMinWidth(USE_PREF_SIZE);
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            boolean isUp = key.getCode() == KeyCode.UP;
            if (key.isAltDown() && (isUp || key.getCode() == KeyCode.DOWN)) {
                key.consume();
                move(viewModel, at, isUp ? -1 : 1);
            }
        });
        getChildren().addAll(kept, IconTile.of(viewModel.icon(entry), ICON, entry.name()), middle, isMain, acts);
    }

    /** The rows are made anew; the one that moved keeps the focus. */
    private void move(DescribeViewModel viewModel, int at, int by) {
        var rows = getParent().getChildrenUnmodifiable();
        viewModel.move(at, by);
        int to = Math.clamp(at + by, 0, rows.size() - 1);
        rows.get(to).lookup(".text-field").requestFocus();
    }

    private static Label target(DescribeViewModel viewModel, EntryDraft entry) {
        String command = entry.target() + (entry.arguments().isEmpty() ? "" : " " + entry.arguments());
        boolean there = viewModel.isThere(entry);
        Label target = new Label(there ? command : Texts.text("describe.entry.gone", command));
        target.getStyleClass().addAll("mono", "small", "may-shorten", there ? "muted" : "warning");
        target.setTooltip(new Tooltip(target.getText()));
        target.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        target.setMinWidth(0);
        return target;
    }

    private static Button act(String key, Ikon icon, Runnable run) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass()
                .addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, key.substring(key.lastIndexOf('.') + 1));
        button.setAccessibleText(Texts.text(key));
        button.setTooltip(new Tooltip(Texts.text(key)));
        button.setOnAction(e -> run.run());
        return button;
    }
}
