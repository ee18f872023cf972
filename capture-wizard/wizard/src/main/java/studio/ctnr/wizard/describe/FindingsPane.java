package studio.ctnr.wizard.describe;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.engine.projection.report.Blocker;
import studio.ctnr.engine.projection.report.Note;
import studio.ctnr.engine.projection.report.Portability;
import studio.ctnr.engine.projection.report.ProjectionReport;
import studio.ctnr.toolkit.notice.Tone;
import studio.ctnr.toolkit.text.ByteSize;
import studio.ctnr.wizard.text.Texts;
import studio.ctnr.wizard.words.EngineWords;

/** What will go in, what will not work, and what was found of the capture machine. */
public final class FindingsPane extends ScrollPane {
    private static final int MOST = 12;

    private final VBox box = new VBox();

    public FindingsPane() {
        getStyleClass().addAll("flat", "findings-pane");
        box.getStyleClass().add("inspector");
        setContent(box);
        setFitToWidth(true);
        setFitToHeight(true);
        setPrefWidth(320);
        setMinWidth(220);
    }

    public void show(ProjectionReport report) {
        var counts = report.counts();
        box.getChildren()
                .setAll(
                        heading("findings.content"),
                        text(Texts.text(
                                "findings.counts",
                                Texts.count("findings.files", counts.files()),
                                ByteSize.shown(counts.bytes()),
                                Texts.count("findings.keys", counts.keys()),
                                Texts.count("findings.values", counts.values()))));
        blockers(report.blockers());
        portability(report.portability());
        notes(report.notes());
    }

    private void blockers(List<Blocker> blockers) {
        box.getChildren().add(heading("findings.blockers"));
        if (blockers.isEmpty()) {
            box.getChildren().add(row(Tone.SUCCESS, Texts.text("findings.blockers.none"), "", ""));
        }
        for (Blocker blocker : blockers) {
            Tone tone = blocker.severity() == Blocker.Severity.BLOCKS ? Tone.DANGER : Tone.WARNING;
            box.getChildren()
                    .add(row(
                            tone,
                            blocker.subject(),
                            EngineWords.of(blocker.sentence()),
                            EngineWords.of(blocker.remedy())));
        }
    }

    private void portability(Portability portability) {
        box.getChildren().add(heading("findings.portability"));
        if (portability.replaced() == 0 && portability.left() == 0) {
            box.getChildren().add(row(Tone.SUCCESS, Texts.text("findings.portability.none"), "", ""));
            return;
        }
        if (portability.replaced() > 0) {
            box.getChildren()
                    .add(row(
                            Tone.SUCCESS,
                            Texts.count("findings.portability.replaced", portability.replaced()),
                            "",
                            ""));
        }
        if (portability.left() > 0) {
            box.getChildren()
                    .add(row(Tone.WARNING, Texts.count("findings.portability.left", portability.left()), "", ""));
            portability.findings().stream()
                    .filter(finding -> finding.action() == Portability.Action.LEFT)
                    .map(finding -> finding.where() + "\n" + EngineWords.of(finding.why()))
                    .distinct()
                    .limit(MOST)
                    .forEach(told -> box.getChildren().add(small(told)));
        }
    }

    private void notes(List<Note> notes) {
        if (notes.isEmpty()) {
            return;
        }
        box.getChildren().add(heading("findings.notes"));
        notes.stream()
                .limit(MOST)
                .forEach(note -> box.getChildren()
                        .add(small((isNamed(note) ? note.subject() + "\n" : "") + EngineWords.of(note.sentence()))));
        if (notes.size() > MOST) {
            box.getChildren().add(small(Texts.text("findings.notes.more", notes.size() - MOST)));
        }
    }

    /** Some notes are about the whole application, and their subject is a word of the program's. */
    private static boolean isNamed(Note note) {
        return !note.subject().isEmpty() && note.topic() != Note.Topic.SHORT_NAMES && note.topic() != Note.Topic.GUESS
                || note.subject().contains("\\");
    }

    private static Label heading(String key) {
        Label label = new Label(Texts.text(key));
        label.getStyleClass().add("caption");
        return label;
    }

    private static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Label small(String words) {
        Label label = text(words);
        label.getStyleClass().addAll("small", "muted");
        return label;
    }

    private static Node row(Tone tone, String subject, String sentence, String remedy) {
        FontIcon icon = new FontIcon(tone.icon());
        icon.getStyleClass().add("finding-icon");
        Label title = text(subject);
        VBox texts = new VBox(2, title);
        HBox.setHgrow(texts, Priority.ALWAYS);
        for (String line : List.of(sentence, remedy)) {
            if (!line.isEmpty()) {
                texts.getChildren().add(small(line));
            }
        }
        HBox row = new HBox(12, icon, texts);
        row.getStyleClass().addAll("finding", tone.style());
        return row;
    }
}
