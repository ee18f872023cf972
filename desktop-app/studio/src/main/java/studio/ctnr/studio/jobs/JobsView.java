package studio.ctnr.studio.jobs;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.control.Follow;
import studio.ctnr.toolkit.notice.EmptyState;
import studio.ctnr.workbench.jobs.JobRecord;

/** The jobs as a list, newest first, each with how it goes or went. */
final class JobsView extends BorderPane {
    private final JobsViewModel model;
    private final ListView<JobRecord> list;

    JobsView(JobsViewModel model) {
        this.model = model;
        getStylesheets()
                .add(Objects.requireNonNull(JobsView.class.getResource("jobs.css"))
                        .toExternalForm());
        Label title = new Label(Texts.text("place.jobs"));
        title.getStyleClass().add("title");
        Label summary = new Label();
        summary.getStyleClass().add("muted");
        summary.textProperty()
                .bind(model.activeProperty()
                        .map(count -> count.intValue() == 0 ? "" : Texts.count("jobs.summary", count.longValue())));
        HBox row = new HBox(title, summary);
        row.getStyleClass().add("row");
        HBox header = new HBox(row);
        header.getStyleClass().add("page-header");
        setTop(header);
        list = new ListView<>(model.jobs());
        list.setId("jobs-list");
        list.getStyleClass().add("job-list");
        list.setCellFactory(view -> new JobCell(model));
        Follow.with(this, this::arrange, model.jobs());
        arrange();
    }

    private void arrange() {
        Node shown = model.jobs().isEmpty()
                ? new EmptyState(BootstrapIcons.LIST_TASK, Texts.text("jobs.none"), Texts.text("jobs.none-text"))
                : list;
        if (getCenter() != list || shown != list) {
            setCenter(shown);
        }
    }
}
