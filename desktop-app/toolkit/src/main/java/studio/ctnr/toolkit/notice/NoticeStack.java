package studio.ctnr.toolkit.notice;

import atlantafx.base.theme.Styles;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.toolkit.text.ToolkitTexts;

/** The notices at the lower right edge of a window; the newest is the lowest. */
public final class NoticeStack extends VBox implements Notices {
    private static final Duration SHOWN = Duration.seconds(8);
    private static final int MOST = 4;

    public NoticeStack() {
        getStyleClass().add("notice-stack");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    @Override
    public void tell(Notice notice) {
        Node shown = node(notice);
        getChildren().add(shown);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        if (notice.tone() != Tone.DANGER) {
            PauseTransition wait = new PauseTransition(SHOWN);
            wait.setOnFinished(e -> getChildren().remove(shown));
            // who reads it, or is about to press its button, is not robbed of it
            shown.hoverProperty().addListener((o, was, is) -> {
                if (is) {
                    wait.pause();
                } else {
                    wait.playFromStart();
                }
            });
            wait.play();
        }
    }

    private Node node(Notice notice) {
        HBox box = new HBox();
        box.getStyleClass().addAll("notice", notice.tone().style());
        box.setAlignment(Pos.CENTER_LEFT);
        Label text = new Label(notice.text());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        box.getChildren().addAll(new FontIcon(notice.tone().icon()), text);
        notice.act().ifPresent(remedy -> {
            Button act = new Button(remedy.label());
            act.getStyleClass().addAll(Styles.SMALL, "notice-act");
            act.setMinWidth(Region.USE_PREF_SIZE);
            act.setOnAction(e -> {
                getChildren().remove(box);
                remedy.act().run();
            });
            box.getChildren().add(act);
        });
        Button close = new Button(null, new FontIcon(BootstrapIcons.X));
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        close.setAccessibleText(ToolkitTexts.text("notice.close"));
        close.setOnAction(e -> getChildren().remove(box));
        box.getChildren().add(close);
        return box;
    }
}
