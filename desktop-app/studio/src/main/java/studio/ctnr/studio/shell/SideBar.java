package studio.ctnr.studio.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.studio.text.Texts;

/** Where one can go, at the left of the window. */
final class SideBar extends VBox {
    private final Map<Place, ToggleButton> rows = new EnumMap<>(Place.class);

    SideBar(Consumer<Place> go, String version) {
        getStyleClass().add("side-bar");
        Region logo = new Region();
        logo.getStyleClass().add("logo");
        Label name = new Label("Ctnr Studio", logo);
        name.getStyleClass().addAll("heading", "brand");
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        Label versionLabel = new Label(Texts.text("shell.version", version));
        versionLabel.getStyleClass().addAll("small", "muted", "version");
        getChildren().add(name);
        ToggleGroup group = new ToggleGroup();
        for (Place place : Place.values()) {
            if (place == Place.SETTINGS) {
                getChildren().add(space);
            }
            getChildren().add(row(place, group, go));
        }
        getChildren().add(versionLabel);
    }

    void select(Place place) {
        rows.get(place).setSelected(true);
    }

    private HBox row(Place place, ToggleGroup group, Consumer<Place> go) {
        ToggleButton button = new ToggleButton(place.label(), new FontIcon(place.icon()));
        button.setId("place-" + place.id());
        button.getStyleClass().setAll("place");
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(e -> {
            button.setSelected(true);
            go.accept(place);
        });
        rows.put(place, button);
        HBox.setHgrow(button, Priority.ALWAYS);
        return new HBox(button);
    }
}
