package studio.ctnr.studio.library;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** A container's picture, or a tile with its first letter, whose colour follows from its id. */
public final class ContainerIcon extends StackPane {
    private static final int COLOURS = 6;

    private final IconShelf shelf;
    private final double size;
    private ContainerRecord shown;

    /** @param size its width and height, in pixels */
    public ContainerIcon(IconShelf shelf, double size) {
        this.shelf = shelf;
        this.size = size;
        getStyleClass().add("container-icon");
        setMinSize(size, size);
        setMaxSize(size, size);
    }

    /** Shows a container's, once and for all. */
    public ContainerIcon of(ContainerRecord container) {
        show(container);
        return this;
    }

    void show(ContainerRecord container) {
        shown = container;
        tile(container);
        shelf.request(container, image -> {
            if (shown == container) {
                picture(image);
            }
        });
    }

    private void tile(ContainerRecord container) {
        Label letter = new Label(container
                .name()
                .substring(0, Math.min(1, container.name().length()))
                .toUpperCase(Locale.ROOT));
        letter.setStyle("-fx-font-size: " + Math.round(size * 0.45) + "px;");
        getStyleClass().removeIf(style -> style.startsWith("tile"));
        getStyleClass().addAll("tile", "tile-" + Math.floorMod(container.id().hashCode(), COLOURS));
        getChildren().setAll(letter);
    }

    private void picture(Image image) {
        ImageView view = new ImageView(image);
        view.setFitWidth(size);
        view.setFitHeight(size);
        view.setPreserveRatio(true);
        getStyleClass().removeIf(style -> style.startsWith("tile"));
        getChildren().setAll(view);
    }
}
