package studio.ctnr.wizard.describe;

import atlantafx.base.theme.Styles;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.wizard.model.EntryDraft;
import studio.ctnr.wizard.text.Texts;

/** What can be started, in its order. */
final class EntryList extends VBox {
    private final DescribeViewModel viewModel;
    private final EntryDialog dialog;
    private final VBox rows = new VBox();

    EntryList(DescribeViewModel viewModel, Desk desk) {
        this.viewModel = viewModel;
        dialog = new EntryDialog(viewModel, desk);
        Label heading = new Label(Texts.text("describe.entries"));
        heading.getStyleClass().add("heading");
        Button add = new Button(Texts.text("describe.entry.new.button"));
        add.setId("describe-entry-add");
        add.getStyleClass().add(Styles.SMALL);
        add.setOnAction(e -> dialog.add());
        HBox head = heading(heading, add);
        rows.getStyleClass().add("entries");
        setSpacing(6);
        getChildren().addAll(head, rows);
        viewModel.entries().addListener(this::changed);
        viewModel.foundProperty().addListener((o, was, is) -> show());
        show();
    }

    /** A heading with a button at its right. */
    static HBox heading(Label heading, Button button) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(6, heading, space, button);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /** A name that is typed changes one entry and keeps its row, or the caret would go; anything else makes them anew. */
    private void changed(ListChangeListener.Change<? extends EntryDraft> change) {
        boolean typed = false;
        while (change.next()) {
            typed = change.wasReplaced()
                    && change.getAddedSize() == 1
                    && change.getRemovedSize() == 1
                    && isNameOnly(
                            change.getRemoved().getFirst(),
                            change.getAddedSubList().getFirst());
        }
        if (!typed) {
            show();
        }
        viewModel.keep();
    }

    private static boolean isNameOnly(EntryDraft was, EntryDraft is) {
        return was.withName(is.name()).equals(is);
    }

    private void show() {
        rows.getChildren().clear();
        if (viewModel.entries().isEmpty()) {
            Label none = new Label(Texts.text("describe.entries.none"));
            none.getStyleClass().add("muted");
            none.setWrapText(true);
            none.setMinHeight(USE_PREF_SIZE);
            rows.getChildren().add(none);
            return;
        }
        ToggleGroup main = new ToggleGroup();
        for (int i = 0; i < viewModel.entries().size(); i++) {
            rows.getChildren().add(new EntryRow(viewModel, i, main, dialog));
        }
    }
}
