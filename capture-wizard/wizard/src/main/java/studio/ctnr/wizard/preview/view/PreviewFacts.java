package studio.ctnr.wizard.preview.view;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import studio.ctnr.wizard.text.Texts;

/** Two columns: what, and what it is. */
public final class PreviewFacts extends GridPane {
    public PreviewFacts() {
        getStyleClass().add("facts");
    }

    public void add(String key, String text, String... styles) {
        Label name = new Label(Texts.text(key));
        name.getStyleClass().add("muted");
        name.setMinWidth(84);
        Label value = new Label(text);
        value.setWrapText(true);
        value.getStyleClass().addAll(styles);
        value.setMinHeight(USE_PREF_SIZE);
        GridPane.setValignment(name, VPos.TOP);
        addRow(getRowCount(), name, value);
    }

    public void addMono(String key, String text) {
        add(key, text, "mono");
    }
}
