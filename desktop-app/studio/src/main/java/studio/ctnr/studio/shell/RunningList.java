package studio.ctnr.studio.shell;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import studio.ctnr.studio.jobs.JobsViewModel;
import studio.ctnr.studio.library.LibraryList;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.control.Follow;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.jobs.JobKind;
import studio.ctnr.workbench.jobs.JobRecord;

/** The containers that run now, in the side bar; not there when none does. */
final class RunningList extends VBox {
    private final JobsViewModel jobs;
    private final LibraryList library;
    private final Consumer<String> show;

    /** @param show shows the container with that id */
    RunningList(JobsViewModel jobs, LibraryList library, Consumer<String> show) {
        this.jobs = jobs;
        this.library = library;
        this.show = show;
        getStyleClass().add("running-list");
        Follow.with(this, this::fill, jobs.jobs(), library.shown());
        fill();
    }

    private void fill() {
        Map<String, Integer> starts = new TreeMap<>();
        for (JobRecord job : jobs.jobs()) {
            if (job.kind() == JobKind.RUN
                    && !job.state().isOver()
                    && job.container().isPresent()) {
                starts.merge(job.container().get(), 1, Integer::sum);
            }
        }
        setVisible(!starts.isEmpty());
        setManaged(!starts.isEmpty());
        Label caption = new Label(Texts.text("shell.running"));
        caption.getStyleClass().add("caption");
        getChildren().setAll(caption);
        Map<String, String> names =
                library.all().stream().collect(Collectors.toMap(ContainerRecord::id, ContainerRecord::name));
        starts.forEach((id, count) -> getChildren().add(row(id, names.getOrDefault(id, id), count)));
    }

    private Button row(String id, String container, int count) {
        Label name = new Label(container);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Circle dot = new Circle(4);
        dot.getStyleClass().add("running-dot");
        Label number = new Label(Integer.toString(count), dot);
        number.getStyleClass().addAll("small", "success");
        number.setMinWidth(USE_PREF_SIZE);
        HBox content = new HBox(name, space, number);
        content.getStyleClass().add("place-content");
        content.setAlignment(Pos.CENTER_LEFT);
        Button row = new Button(null, content);
        row.getStyleClass().setAll("place");
        row.setAccessibleText(container);
        row.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty().bind(row.widthProperty().subtract(22));
        row.setOnAction(e -> show.accept(id));
        return row;
    }
}
