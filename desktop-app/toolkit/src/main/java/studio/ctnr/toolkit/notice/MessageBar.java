package studio.ctnr.toolkit.notice;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;

/** Says in place what is wrong or worth knowing, with what can be done about it. */
public final class MessageBar extends HBox {
    public MessageBar(Tone tone, String text, List<Remedy> remedies) {
        getStyleClass().addAll("message-bar", tone.style());
        setAlignment(Pos.CENTER_LEFT);
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        getChildren().addAll(new FontIcon(tone.icon()), label);
        remedies.forEach(remedy -> getChildren().add(button(remedy)));
    }

    /** The sentence, the code behind it, and the remedies as buttons. */
    public static MessageBar of(Problem problem) {
        return new MessageBar(Tone.DANGER, problem.sentence() + " (" + problem.code() + ")", problem.remedies());
    }

    private static Button button(Remedy remedy) {
        Button button = new Button(remedy.label());
        button.getStyleClass().addAll(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> remedy.act().run());
        return button;
    }
}
