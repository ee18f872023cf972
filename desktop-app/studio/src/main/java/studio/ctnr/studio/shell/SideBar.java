package studio.ctnr.studio.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.ctnr.studio.navigation.Place;
import studio.ctnr.studio.text.Texts;

/** Where one can go, at the left of the window, and what runs. */
final class SideBar extends VBox {
    private final Map<Place, PlaceRow> rows = new EnumMap<>(Place.class);

    SideBar(Consumer<Place> go, Runnable palette, RunningList running, String version, Runnable about) {
        getStyleClass().add("side-bar");
        Region logo = new Region();
        logo.getStyleClass().add("logo");
        Label name = new Label("Ctnr Studio", logo);
        name.getStyleClass().addAll("heading", "brand");
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        Button versionButton = new Button(Texts.text("shell.version", version));
        versionButton.getStyleClass().setAll("version");
        versionButton.setOnAction(e -> about.run());
        StackPane search = new StackPane(search(palette));
        search.getStyleClass().add("search-row");
        getChildren().addAll(name, search);
        ToggleGroup group = new ToggleGroup();
        for (Place place : Place.values()) {
            if (place == Place.SETTINGS) {
                getChildren().addAll(running, space);
            }
            PlaceRow row = new PlaceRow(place, group, go);
            rows.put(place, row);
            getChildren().add(row);
        }
        getChildren().add(versionButton);
    }

    void select(Place place) {
        rows.get(place).select();
    }

    PlaceRow row(Place place) {
        return rows.get(place);
    }

    /** Looks like a field and opens the palette. */
    private static Button search(Runnable palette) {
        Label words = new Label(Texts.text("shell.search"));
        words.getStyleClass().add("muted");
        Label key = new Label("Ctrl K");
        key.getStyleClass().addAll("small", "muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox content = new HBox(words, space, key);
        content.setAlignment(Pos.CENTER_LEFT);
        Button search = new Button(null, content);
        search.setId("palette-button");
        search.getStyleClass().setAll("search-button");
        search.setAccessibleText(Texts.text("shell.search"));
        search.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty().bind(search.widthProperty().subtract(24));
        search.setOnAction(e -> palette.run());
        return search;
    }
}
