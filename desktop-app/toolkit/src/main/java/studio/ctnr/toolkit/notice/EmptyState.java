package studio.ctnr.toolkit.notice;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Stands where a list has nothing to show: what belongs here, and the first step. */
public final class EmptyState extends VBox {
    public EmptyState(Ikon icon, String title, String sentence, Node... steps) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Label heading = new Label(title);
        heading.getStyleClass().add("heading");
        Label text = new Label(sentence);
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setMaxWidth(440);
        text.setMinHeight(USE_PREF_SIZE);
        text.setTextAlignment(TextAlignment.CENTER);
        getChildren().addAll(new FontIcon(icon), heading, text);
        if (steps.length > 0) {
            HBox row = new HBox(steps);
            row.getStyleClass().add("steps");
            row.setAlignment(Pos.CENTER);
            getChildren().add(row);
        }
    }
}
