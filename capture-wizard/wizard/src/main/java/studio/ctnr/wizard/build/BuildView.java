package studio.ctnr.wizard.build;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.action.ActionControls;
import studio.ctnr.toolkit.background.BackgroundTask;
import studio.ctnr.toolkit.notice.MessageBar;
import studio.ctnr.toolkit.notice.Tone;
import studio.ctnr.toolkit.text.ByteSize;
import studio.ctnr.wizard.describe.FindingsPane;
import studio.ctnr.wizard.model.CaptureModel;
import studio.ctnr.wizard.text.Texts;

/** How far the build is; then what was made, and what can be done with it. */
final class BuildView extends BorderPane {
    private final BuildViewModel viewModel;
    private final CaptureModel model;
    private final List<Action> acts;
    private final Action cancel;
    private final VBox box = new VBox();
    private final FindingsPane findings = new FindingsPane();

    BuildView(BuildViewModel viewModel, CaptureModel model, List<Action> acts, Action cancel) {
        this.viewModel = viewModel;
        this.model = model;
        this.acts = acts;
        this.cancel = cancel;
        getStyleClass().add("build");
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("end-box");
        setCenter(box);
        viewModel.stateProperty().addListener((o, was, is) -> show());
        show();
    }

    void show() {
        box.getChildren().clear();
        setRight(null);
        if (viewModel.container().isPresent()) {
            done(viewModel.container().get());
            return;
        }
        switch (viewModel.stateProperty().get()) {
            case RUNNING -> running(viewModel.taskProperty().get());
            case FAILED -> {
                MessageBar bar = MessageBar.of(viewModel.problemProperty().get());
                bar.setMaxWidth(640);
                box.getChildren().add(bar);
            }
            case CANCELLED -> say(Tone.INFO, "build.cancelled", Texts.text("build.cancelled.sentence"));
            default -> {}
        }
    }

    private void running(BackgroundTask<?> task) {
        Label title = new Label(Texts.text("build.running"));
        title.getStyleClass().add("title");
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(420);
        bar.progressProperty().bind(task.fractionProperty());
        Label now = new Label();
        now.getStyleClass().addAll("muted", "small");
        now.textProperty().bind(task.nowProperty());
        now.setMaxWidth(560);
        box.getChildren().addAll(title, bar, now, ActionControls.button(cancel));
    }

    private void done(Path container) {
        say(
                Tone.SUCCESS,
                "build.done",
                Texts.text(
                        viewModel.isNothingToStart() ? "build.done.nothing" : "build.done.sentence",
                        model.titleProperty().get()));
        GridPane facts = new GridPane();
        facts.getStyleClass().add("facts");
        facts.setMaxWidth(USE_PREF_SIZE);
        Label path = new Label(container.toString());
        path.getStyleClass().add("mono");
        path.setWrapText(true);
        path.setMaxWidth(480);
        facts.addRow(0, name("build.path"), path);
        Label size = new Label();
        size.textProperty()
                .bind(viewModel
                        .sizeProperty()
                        .map(bytes -> bytes.longValue() < 0 ? "…" : ByteSize.shown(bytes.longValue())));
        facts.addRow(1, name("build.size"), size);
        HBox row = new HBox(12);
        row.setAlignment(Pos.CENTER);
        row.getStyleClass().add("steps");
        acts.forEach(act -> row.getChildren().add(ActionControls.button(act)));
        box.getChildren().addAll(facts, row);
        if (model.reportProperty().get() != null) {
            findings.show(model.reportProperty().get());
            setRight(findings);
        }
    }

    private static Label name(String key) {
        Label label = new Label(Texts.text(key));
        label.getStyleClass().add("muted");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private void say(Tone tone, String title, String sentence) {
        FontIcon icon = new FontIcon(tone.icon());
        icon.getStyleClass().addAll("end-icon", tone.style());
        Label heading = new Label(Texts.text(title));
        heading.getStyleClass().add("title");
        Node text = muted(sentence);
        box.getChildren().addAll(icon, heading, text);
    }

    private static Label muted(String sentence) {
        Label text = new Label(sentence);
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        return text;
    }
}
