package studio.ctnr.studio.editor.registry;

import javafx.scene.control.TreeCell;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.container.KeyPath;
import studio.ctnr.studio.text.Texts;

/** A key in the tree; one that stands for a deleted key of the host is struck out. */
final class KeyCell extends TreeCell<KeyPath> {
    private final RegistryViewModel model;
    private final RegistryComparison comparison;
    private final FontIcon icon = new FontIcon(BootstrapIcons.FOLDER);

    KeyCell(RegistryViewModel model, RegistryComparison comparison) {
        this.model = model;
        this.comparison = comparison;
        icon.getStyleClass().add("muted");
    }

    @Override
    protected void updateItem(KeyPath path, boolean empty) {
        super.updateItem(path, empty);
        getStyleClass().removeAll("whiteout", "added", "changed");
        if (empty || path == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        boolean whiteout = model.isWhiteout(path);
        icon.setIconCode(whiteout ? BootstrapIcons.FOLDER_X : BootstrapIcons.FOLDER);
        setText(model.registry().isRoot(path) ? path.toString() : path.name());
        setGraphic(icon);
        setAccessibleText(whiteout ? Texts.text("registry.whiteout.key", path.name()) : getText());
        if (whiteout) {
            getStyleClass().add("whiteout");
        }
        Differences differences = comparison.differencesProperty().get();
        if (differences.of(path).isPresent()) {
            getStyleClass().add("added");
        } else if (differences.holds(path)) {
            getStyleClass().add("changed");
        }
    }
}
