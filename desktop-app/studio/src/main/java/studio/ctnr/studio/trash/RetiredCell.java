package studio.ctnr.studio.trash;

import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.studio.rows.TextRow;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.action.ActionControls;
import studio.ctnr.toolkit.text.ByteSize;
import studio.ctnr.toolkit.text.RecentTime;
import studio.ctnr.workbench.inventory.RetiredContainer;

/** One retired container: what it was, when it went, and the way back. */
final class RetiredCell extends ListCell<RetiredContainer> {
    private final TextRow row;

    RetiredCell(TrashViewModel model) {
        Button back = new Button(Texts.text("trash.back"));
        back.setMinWidth(Button.USE_PREF_SIZE);
        back.setOnAction(e -> model.bringBack(getItem()));
        Button purge =
                ActionControls.icon(Action.of("trash.purge", Texts.text("trash.purge"), () -> model.purge(getItem()))
                        .icon(BootstrapIcons.TRASH));
        row = new TextRow(BootstrapIcons.BOX_SEAM, purge, back);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(RetiredContainer container, boolean empty) {
        super.updateItem(container, empty);
        setGraphic(
                empty || container == null
                        ? null
                        : row.of(
                                container.name() + " " + container.version(),
                                Texts.text(
                                        "trash.about",
                                        RecentTime.shown(container.retired()),
                                        ByteSize.shown(container.size()),
                                        container.id())));
    }
}
