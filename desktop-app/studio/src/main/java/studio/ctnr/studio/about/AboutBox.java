package studio.ctnr.studio.about;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.control.Facts;
import studio.ctnr.toolkit.dialog.Answer;
import studio.ctnr.toolkit.dialog.Dialogs;
import studio.ctnr.toolkit.dialog.Modal;

/** Which versions this is, so that it can be said in a report. */
public final class AboutBox {
    private AboutBox() {}

    public static void show(Dialogs dialogs, String version) {
        Label what = new Label(Texts.text("about.what"));
        what.setWrapText(true);
        Facts facts = new Facts();
        facts.add("Ctnr Studio", version);
        facts.add("Java", Runtime.version().toString());
        facts.add("JavaFX", System.getProperty("javafx.runtime.version", "–"));
        facts.add(Texts.text("about.system"), System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.add(Texts.text("about.licence"), "Apache-2.0");
        Label fonts = new Label(Texts.text("about.fonts"));
        fonts.getStyleClass().addAll("small", "muted");
        fonts.setWrapText(true);
        Hyperlink copy = new Hyperlink(Texts.text("about.copy"));
        copy.setOnAction(e -> dialogs.copy("Ctnr Studio " + version + ", Java " + Runtime.version() + ", JavaFX "
                + System.getProperty("javafx.runtime.version") + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.version")));
        VBox content = new VBox(what, facts, copy, fonts);
        content.setSpacing(12);
        dialogs.show(new Modal(Texts.text("about.title"), content, List.of(Answer.cancel(Texts.text("about.close")))));
    }
}
