package studio.ctnr.studio.trash;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.text.ByteSize;
import studio.ctnr.toolkit.text.RecentTime;
import studio.ctnr.workbench.inventory.RetiredContainer;

/** One retired container: what it was, when it went, and the way back. */
final class RetiredCell extends ListCell<RetiredContainer> {
    private final Label name = new Label();
    private final Label about = new Label();
    private final HBox row;

    RetiredCell(TrashViewModel model) {
        name.getStyleClass().add("medium");
        about.getStyleClass().addAll("small", "muted");
        Button back = new Button(Texts.text("trash.back"));
        back.setMinWidth(Label.USE_PREF_SIZE);
        back.setOnAction(e -> model.bringBack(getItem()));
        Button purge = new Button(null, new FontIcon(BootstrapIcons.TRASH));
        purge.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        purge.setAccessibleText(Texts.text("trash.purge"));
        purge.setTooltip(new Tooltip(Texts.text("trash.purge")));
        purge.setOnAction(e -> model.purge(getItem()));
        VBox text = new VBox(name, about);
        text.getStyleClass().add("trash-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        row = new HBox(new FontIcon(BootstrapIcons.BOX_SEAM), text, purge, back);
        row.getStyleClass().add("trash-row");
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(RetiredContainer container, boolean empty) {
        super.updateItem(container, empty);
        if (empty || container == null) {
            setGraphic(null);
            return;
        }
        name.setText(container.name() + " " + container.version());
        about.setText(Texts.text(
                "trash.about",
                RecentTime.shown(container.retired()),
                ByteSize.shown(container.size()),
                container.id()));
        setGraphic(row);
    }
}
