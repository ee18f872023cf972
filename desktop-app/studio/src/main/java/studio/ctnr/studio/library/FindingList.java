package studio.ctnr.studio.library;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.studio.text.WorkbenchWords;
import studio.ctnr.toolkit.notice.Tone;
import studio.ctnr.workbench.inventory.Finding;

/** What an engineer should know of a container, in the inspector: blockers first. */
public final class FindingList {
    private FindingList() {}

    public static VBox of(List<Finding> findings) {
        Label title = new Label(Texts.text("inspector.findings"));
        title.getStyleClass().add("strong");
        VBox list = new VBox(title);
        list.getStyleClass().add("findings");
        list.getStylesheets()
                .add(Objects.requireNonNull(FindingList.class.getResource("findings.css"))
                        .toExternalForm());
        findings.forEach(finding -> list.getChildren().add(row(finding)));
        return list;
    }

    private static HBox row(Finding finding) {
        Tone tone = switch (finding.severity()) {
            case BLOCKS -> Tone.DANGER;
            case LIMITS, WARNS -> Tone.WARNING;
            case NEEDS -> Tone.INFO;
        };
        FontIcon icon = new FontIcon(tone.icon());
        icon.getStyleClass().add(tone.style());
        Label sentence = small(WorkbenchWords.of(finding.sentence()));
        VBox text = new VBox(sentence);
        if (!finding.remedy().isEmpty()) {
            Label remedy = small(WorkbenchWords.of(finding.remedy()));
            remedy.getStyleClass().add("muted");
            text.getChildren().add(remedy);
        }
        HBox row = new HBox(icon, text);
        row.getStyleClass().add("finding");
        return row;
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("small");
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
