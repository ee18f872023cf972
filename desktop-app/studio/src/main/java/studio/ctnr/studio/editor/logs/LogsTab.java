package studio.ctnr.studio.editor.logs;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.engine.run.RuntimeEvent;
import studio.ctnr.studio.editor.EditorTab;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.ActionControls;
import studio.ctnr.toolkit.control.FoldingRow;
import studio.ctnr.toolkit.notice.EmptyState;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;

/** What the runtime tells of a container, as it comes. */
public final class LogsTab implements EditorTab {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private final BorderPane pane = new BorderPane();
    private final LogsViewModel model;
    private final LogActions actions;
    private final TableView<RuntimeEvent> table = new TableView<>();

    public LogsTab(ContainerFolder folder, Desk desk) {
        model = new LogsViewModel(
                folder.events(),
                desk.background(),
                e -> desk.notices().tell(Problem.of("LOG-READ", Texts.text("logs.unreadable", e.getMessage()))));
        actions = new LogActions(model, folder.events(), desk);
        pane.setTop(bar());
        pane.setCenter(table());
        Timeline watch = new Timeline(new KeyFrame(Duration.millis(500), e -> model.look()));
        watch.setCycleCount(Animation.INDEFINITE);
        // only while somebody can see it
        pane.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                watch.stop();
            } else {
                model.look();
                watch.play();
            }
        });
    }

    private FoldingRow bar() {
        TextField text = new TextField();
        text.setId("logs-filter");
        text.setPromptText(Texts.text("logs.filter"));
        text.setAccessibleText(Texts.text("logs.filter"));
        model.textProperty().bind(text.textProperty());
        HBox.setHgrow(text, Priority.ALWAYS);
        ComboBox<String> event = new ComboBox<>(model.events());
        event.setPromptText(Texts.text("logs.event"));
        event.setAccessibleText(Texts.text("logs.column.event"));
        event.valueProperty().bindBidirectional(model.eventProperty());
        ComboBox<String> layer = new ComboBox<>(FXCollections.observableArrayList("", "container", "host", "none"));
        layer.setPromptText(Texts.text("logs.layer"));
        layer.setAccessibleText(Texts.text("logs.column.layer"));
        layer.valueProperty().bindBidirectional(model.layerProperty());
        ToggleButton pause = new ToggleButton(Texts.text("logs.pause"));
        pause.getStyleClass().add("chip");
        model.pausedProperty().bind(pause.selectedProperty());
        Label count = new Label();
        count.getStyleClass().addAll("small", "muted");
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.text("logs.count", model.shown().size(), model.total()), model.shown()));
        HBox acts = new HBox(
                6,
                pause,
                count,
                ActionControls.icon(actions.openFolder()),
                ActionControls.icon(actions.export()),
                ActionControls.icon(actions.clear()));
        acts.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(140);
        Stream.of(event, layer, pause, count).forEach(each -> each.setMinWidth(Label.USE_PREF_SIZE));
        HBox row = new HBox(6, text, event, layer, acts);
        row.setAlignment(Pos.CENTER_LEFT);
        FoldingRow bar = new FoldingRow(row, acts);
        bar.getStyleClass().add("tab-bar");
        return bar;
    }

    private TableView<RuntimeEvent> table() {
        table.setId("logs-events");
        table.getStyleClass().add("dense");
        table.setItems(model.shown());
        table.setPlaceholder(
                new EmptyState(BootstrapIcons.JOURNAL_TEXT, Texts.text("logs.empty"), Texts.text("logs.empty.hint")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .add(column("time", 110, each -> each.time().map(TIME::format).orElse("")));
        table.getColumns().add(column("process", 80, field("process")));
        table.getColumns().add(column("event", 120, RuntimeEvent::name));
        table.getColumns().add(column("layer", 80, field("layer")));
        table.getColumns().add(column("mode", 80, field("mode")));
        table.getColumns().add(column("status", 90, field("status")));
        table.getColumns()
                .add(column(
                        "path",
                        480,
                        each -> Stream.of("path", "subject", "command")
                                .map(name -> LogsViewModel.field(each, name))
                                .filter(text -> !text.isEmpty())
                                .findFirst()
                                .orElse("")));
        return table;
    }

    private static Function<RuntimeEvent, String> field(String name) {
        return each -> LogsViewModel.field(each, name);
    }

    private static TableColumn<RuntimeEvent, String> column(
            String id, double width, Function<RuntimeEvent, String> text) {
        TableColumn<RuntimeEvent, String> column = new TableColumn<>(Texts.text("logs.column." + id));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 80));
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }

    @Override
    public void focus() {
        table.requestFocus();
    }

    @Override
    public String id() {
        return "logs";
    }

    @Override
    public Node view() {
        return pane;
    }
}
