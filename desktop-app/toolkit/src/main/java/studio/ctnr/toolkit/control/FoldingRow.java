package studio.ctnr.toolkit.control;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A row that gives one of its parts a row of its own, below, where there is no room for all of them. */
public final class FoldingRow extends VBox {
    private final HBox row;
    private final Node part;
    private final int at;

    /**
     * @param row whose parts say by their least width what they need
     * @param part one of the row's
     */
    public FoldingRow(HBox row, Node part) {
        super(row);
        this.row = row;
        this.part = part;
        at = row.getChildren().indexOf(part);
        spacingProperty().bind(row.spacingProperty());
        setMinWidth(0);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (isFolded() == fits()) {
            Platform.runLater(this::fold);
        }
    }

    private boolean isFolded() {
        return part.getParent() == this;
    }

    private boolean fits() {
        double needed = row.minWidth(-1) + (isFolded() ? row.getSpacing() + part.minWidth(-1) : 0);
        return snappedLeftInset() + needed + snappedRightInset() <= getWidth();
    }

    private void fold() {
        if (isFolded() && fits()) {
            getChildren().remove(part);
            row.getChildren().add(at, part);
        } else if (!isFolded() && !fits()) {
            row.getChildren().remove(part);
            getChildren().add(part);
        }
    }
}
