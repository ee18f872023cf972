package studio.ctnr.studio.trash;

import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.studio.rows.RowsView;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.notice.EmptyState;
import studio.ctnr.toolkit.text.ByteSize;
import studio.ctnr.workbench.inventory.RetiredContainer;

/** The retired containers as a list, the latest first. */
final class TrashView extends RowsView<RetiredContainer> {
    private final TrashViewModel model;
    private final Label sum = new Label();
    private final Button empty = new Button(Texts.text("trash.empty.ask"));

    TrashView(TrashViewModel model) {
        super(
                model.retired(),
                "trash-list",
                () -> new EmptyState(BootstrapIcons.TRASH, Texts.text("trash.none"), Texts.text("trash.none-text")));
        this.model = model;
        sum.getStyleClass().add("muted");
        empty.setId("trash-empty");
        empty.setOnAction(e -> model.empty());
        setHeader(Texts.text("place.trash"), empty, sum);
        list().setCellFactory(view -> new RetiredCell(model));
        list().setOnKeyPressed(e -> {
            RetiredContainer selected = list().getSelectionModel().getSelectedItem();
            if (selected != null && e.getCode() == KeyCode.ENTER) {
                model.bringBack(selected);
            } else if (selected != null && e.getCode() == KeyCode.DELETE) {
                model.purge(selected);
            }
        });
        model.retired().items().addListener((InvalidationListener) o -> sum());
        sum();
    }

    private void sum() {
        int count = model.retired().items().size();
        empty.setDisable(count == 0);
        sum.setText(count == 0 ? "" : Texts.count("trash.sum", count, ByteSize.shown(model.size())));
    }
}
