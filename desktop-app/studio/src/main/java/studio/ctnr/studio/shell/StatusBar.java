package studio.ctnr.studio.shell;

import atlantafx.base.theme.Styles;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.ctnr.studio.jobs.JobWords;
import studio.ctnr.studio.jobs.JobsViewModel;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.control.Follow;
import studio.ctnr.workbench.jobs.JobRecord;

/** What is being done, at the bottom of the window, with Cancel; not there while nothing is. */
final class StatusBar extends HBox {
    private final Label count = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Label text = new Label();

    StatusBar(JobsViewModel jobs, Runnable showJobs) {
        setId("status-bar");
        getStyleClass().add("status-bar");
        progress.setPrefWidth(120);
        progress.getStyleClass().add(Styles.SMALL);
        count.textProperty().bind(jobs.activeProperty().map(number -> Texts.count("status.jobs", number.longValue())));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button show = new Button(Texts.text("status.show"));
        show.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        show.setOnAction(e -> showJobs.run());
        Button cancel = new Button(Texts.text("jobs.cancel"));
        cancel.setId("status-cancel");
        cancel.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        cancel.setOnAction(e -> jobs.foremostProperty().get().ifPresent(jobs::cancel));
        getChildren().addAll(count, progress, text, space, show, cancel);
        Follow.with(this, () -> show(jobs.foremostProperty().get()), jobs.foremostProperty());
        show(jobs.foremostProperty().get());
    }

    private void show(Optional<JobRecord> job) {
        setVisible(job.isPresent());
        setManaged(job.isPresent());
        job.ifPresent(each -> {
            text.setText(JobWords.brief(each, Instant.now()));
            progress.setProgress(each.progress().share().orElse(-1));
        });
    }
}
