package studio.ctnr.wizard.review;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.engine.rules.Outcome;
import studio.ctnr.wizard.diff.Category;
import studio.ctnr.wizard.diff.DiffState;
import studio.ctnr.wizard.diff.DiffState.Mark;
import studio.ctnr.wizard.text.Texts;

/** Check box, icon and name. */
final class WhatCell extends TreeTableCell<Integer, Integer> {
    private final DiffTable table;
    private final CheckBox box = new CheckBox();
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final HBox row = new HBox(box, icon, name);

    WhatCell(DiffTable table, BiConsumer<List<Integer>, Outcome> decide) {
        this.table = table;
        row.setAlignment(Pos.CENTER_LEFT);
        row.setSpacing(6);
        row.setMinWidth(0);
        name.setMinWidth(0);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setFocusTraversable(false);
        box.setAllowIndeterminate(false);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        box.setOnAction(e -> {
            int node = getItem();
            boolean all = table.shown().state().mark(node) == Mark.IN;
            decide.accept(List.of(node), all ? Outcome.EXCLUDE : Outcome.INCLUDE);
        });
    }

    @Override
    protected void updateItem(Integer node, boolean empty) {
        super.updateItem(node, empty);
        if (empty || node == null || node < 0) {
            setGraphic(null);
            return;
        }
        DiffState state = table.shown().state();
        Mark mark = state.mark(node);
        box.setIndeterminate(mark == Mark.PARTLY);
        box.setSelected(mark == Mark.IN);
        box.setDisable(state.changesIn(node) == 0);
        name.setText(CellTexts.what(state, node));
        box.setAccessibleText(Texts.text("review.wanted", name.getText()));
        icon.setIconCode(icon(state, node));
        setGraphic(row);
    }

    private static Ikon icon(DiffState state, int node) {
        var categories = state.tree().categories(node);
        return switch (state.tree().kind(node)) {
            case ROOT -> state.tree().inRegistry(node) ? BootstrapIcons.LIST_NESTED : BootstrapIcons.HDD;
            case FOLDER -> BootstrapIcons.FOLDER;
            case KEY -> categories.contains(Category.SERVICES) ? BootstrapIcons.GEAR : BootstrapIcons.KEY;
            case VALUE -> BootstrapIcons.TAG;
            case FILE ->
                categories.contains(Category.EXECUTABLES)
                        ? BootstrapIcons.WINDOW
                        : FileIcons.of(state.tree().name(node));
        };
    }
}
