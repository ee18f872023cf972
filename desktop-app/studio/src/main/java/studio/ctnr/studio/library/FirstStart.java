package studio.ctnr.studio.library;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.studio.text.Texts;

/** What an empty library shows: what this program does, and three ways in. */
final class FirstStart extends VBox {
    FirstStart(Runnable capture, Runnable importFile, Runnable sample) {
        getStyleClass().add("first-start");
        setAlignment(Pos.CENTER);
        Label title = new Label(Texts.text("first.title"));
        title.getStyleClass().add("display");
        Label text = new Label(Texts.text("first.text"));
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setTextAlignment(TextAlignment.CENTER);
        text.setMaxWidth(560);
        text.setMinHeight(USE_PREF_SIZE);
        HBox doors = new HBox(
                door(
                        "capture",
                        BootstrapIcons.RECORD_CIRCLE,
                        Texts.text("first.capture"),
                        Texts.text("first.capture-text"),
                        capture),
                door(
                        "import",
                        BootstrapIcons.BOX_ARROW_IN_DOWN,
                        Texts.text("first.import"),
                        Texts.text("first.import-text"),
                        importFile),
                door(
                        "sample",
                        BootstrapIcons.STARS,
                        Texts.text("first.sample"),
                        Texts.text("first.sample-text"),
                        sample));
        doors.getStyleClass().add("doors");
        doors.setAlignment(Pos.CENTER);
        Label drop = new Label(Texts.text("first.drop"));
        drop.getStyleClass().addAll("small", "muted");
        getChildren().addAll(title, text, doors, drop);
    }

    private static Button door(String id, Ikon icon, String title, String text, Runnable act) {
        Label heading = new Label(title);
        heading.getStyleClass().add("heading");
        heading.setWrapText(true);
        heading.setMinHeight(USE_PREF_SIZE);
        Label explained = new Label(text);
        explained.getStyleClass().addAll("small", "muted");
        explained.setWrapText(true);
        explained.setMinHeight(USE_PREF_SIZE);
        VBox content = new VBox(new FontIcon(icon), heading, explained);
        content.getStyleClass().add("door-content");
        Button door = new Button(null, content);
        door.setId("door-" + id);
        door.getStyleClass().setAll("door");
        door.setAccessibleText(title);
        door.setOnAction(e -> act.run());
        return door;
    }
}
