package studio.ctnr.wizard.icon;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

/** An application's icon, or its first letter where it has none that can be read. */
public final class IconTile {
    private IconTile() {}

    /**
     * @param icon an .ico file
     * @param size in pixels
     * @param name of the application
     */
    public static Node of(Optional<byte[]> icon, double size, String name) {
        StackPane tile = new StackPane();
        tile.setMinSize(size, size);
        tile.setMaxSize(size, size);
        Optional<Image> picture = icon.flatMap(bytes -> IconPicture.of(bytes, (int) size));
        if (picture.isPresent()) {
            ImageView view = new ImageView(picture.get());
            view.setFitWidth(size);
            view.setFitHeight(size);
            view.setPreserveRatio(true);
            view.setSmooth(true);
            tile.getChildren().add(view);
        } else {
            Label letter = new Label(name.isBlank() ? "?" : name.strip().substring(0, 1));
            letter.getStyleClass().add("heading");
            tile.getStyleClass().add("letter-tile");
            tile.getChildren().add(letter);
        }
        return tile;
    }
}
