package studio.ctnr.studio.palette;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** An entry of the palette: icon, label, what sort of thing it is, its shortcut. */
final class PaletteCell extends ListCell<PaletteEntry> {
    private final FontIcon icon = new FontIcon();
    private final Label label = new Label();
    private final Label kind = new Label();
    private final Label shortcut = new Label();
    private final HBox row;

    PaletteCell() {
        kind.getStyleClass().addAll("small", "muted");
        shortcut.getStyleClass().addAll("small", "muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        row = new HBox(icon, label, kind, space, shortcut);
        row.getStyleClass().add("palette-row");
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(PaletteEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            return;
        }
        icon.setIconCode(entry.icon());
        label.setText(entry.label());
        kind.setText(entry.kind());
        shortcut.setText(entry.shortcut().map(KeyCombination::getDisplayText).orElse(""));
        setGraphic(row);
    }
}
