package studio.ctnr.studio.rows;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** One row of a list: a name with a line about it below, and what can be done with it at the right. */
public final class TextRow extends HBox {
    private final Label name = new Label();
    private final Label about = new Label();

    public TextRow(Ikon icon, Node... acts) {
        name.getStyleClass().add("medium");
        about.getStyleClass().addAll("small", "muted");
        VBox text = new VBox(name, about);
        text.getStyleClass().add("row-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(new FontIcon(icon), text);
        getChildren().addAll(acts);
        getStyleClass().add("text-row");
        setAlignment(Pos.CENTER_LEFT);
    }

    /** Says what it is of now. */
    public TextRow of(String title, String line) {
        name.setText(title);
        about.setText(line);
        return this;
    }
}
