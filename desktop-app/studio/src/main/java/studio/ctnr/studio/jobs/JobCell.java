package studio.ctnr.studio.jobs;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.studio.text.WorkbenchWords;
import studio.ctnr.toolkit.text.RecentTime;
import studio.ctnr.workbench.jobs.JobKind;
import studio.ctnr.workbench.jobs.JobRecord;
import studio.ctnr.workbench.jobs.JobState;

/** One job: what it does, how far it is or how it ended, and Cancel while it can be cancelled. */
final class JobCell extends ListCell<JobRecord> {
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label state = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Label problem = new Label();
    private final Button cancel = new Button(Texts.text("jobs.cancel"));
    private final Button copy = new Button(Texts.text("jobs.copy"));
    private final VBox text = new VBox(title, progress, state, problem);
    private final HBox row = new HBox(icon, text, copy, cancel);

    JobCell(JobsViewModel model) {
        getStyleClass().add("job-cell");
        title.getStyleClass().add("medium");
        state.getStyleClass().addAll("small", "muted");
        problem.getStyleClass().addAll("small", "danger");
        problem.setWrapText(true);
        problem.setMinHeight(Label.USE_PREF_SIZE);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.getStyleClass().add(Styles.SMALL);
        cancel.getStyleClass().add(Styles.SMALL);
        cancel.setMinWidth(Label.USE_PREF_SIZE);
        cancel.setOnAction(e -> model.cancel(getItem()));
        copy.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        copy.setMinWidth(Label.USE_PREF_SIZE);
        copy.setOnAction(e -> model.copyDetails(getItem()));
        text.getStyleClass().add("job-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        row.getStyleClass().add("job-row");
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(JobRecord job, boolean empty) {
        super.updateItem(job, empty);
        if (empty || job == null) {
            setGraphic(null);
            return;
        }
        boolean open = !job.state().isOver();
        icon.setIconCode(icon(job.state()));
        icon.getStyleClass().removeIf(style -> style.startsWith("state-"));
        icon.getStyleClass().add("state-" + job.state().name().toLowerCase(Locale.ROOT));
        title.setText(JobSentences.title(job.title()));
        state.setText(JobWords.line(job));
        progress.setProgress(job.progress().share().orElse(-1));
        show(progress, job.state() == JobState.RUNNING && job.kind() != JobKind.RUN);
        problem.setText(job.problem().map(WorkbenchWords::of).orElse(""));
        show(problem, job.state() == JobState.FAILED);
        show(copy, job.state() == JobState.FAILED);
        show(cancel, open);
        setGraphic(row);
    }

    static String when(JobRecord job) {
        return RecentTime.shown(job.ended().or(job::started).orElse(job.created()));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static Ikon icon(JobState state) {
        return switch (state) {
            case QUEUED -> BootstrapIcons.HOURGLASS;
            case RUNNING -> BootstrapIcons.ARROW_REPEAT;
            case DONE -> BootstrapIcons.CHECK_CIRCLE;
            case FAILED -> BootstrapIcons.EXCLAMATION_OCTAGON;
            case CANCELLED -> BootstrapIcons.X_CIRCLE;
            case INTERRUPTED -> BootstrapIcons.SLASH_CIRCLE;
        };
    }
}
