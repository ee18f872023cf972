package studio.ctnr.studio.shell;

import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.studio.navigation.Place;

/** One place in the side bar, with how many things there are in it. */
final class PlaceRow extends StackPane {
    private final ToggleButton button = new ToggleButton();
    private final Label count = new Label();

    PlaceRow(Place place, ToggleGroup group, Consumer<Place> go) {
        Label label = new Label(place.label());
        count.getStyleClass().addAll("small", "count");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox content = new HBox(new FontIcon(place.icon()), label, space, count);
        content.getStyleClass().add("place-content");
        content.prefWidthProperty().bind(button.widthProperty().subtract(22));
        button.setGraphic(content);
        button.setId("place-" + place.id());
        button.setAccessibleText(place.label());
        button.getStyleClass().setAll("place");
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(e -> {
            select();
            go.accept(place);
        });
        getChildren().add(button);
    }

    void select() {
        button.setSelected(true);
    }

    /** Shows a number behind the label; nothing when it is 0. */
    void countIs(ObservableValue<? extends Number> number) {
        StringProperty text = count.textProperty();
        text.bind(number.map(each -> each.longValue() == 0 ? "" : Long.toString(each.longValue())));
    }
}
