package studio.ctnr.studio.editor.snapshots;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.container.snapshot.Snapshot;
import studio.ctnr.studio.editor.EditorTab;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.action.ActionControls;
import studio.ctnr.toolkit.notice.EmptyState;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.text.ByteSize;
import studio.ctnr.toolkit.text.RecentTime;

/** The states that a container can go back to, as a table. */
public final class SnapshotsTab implements EditorTab {
    private final SnapshotsViewModel model;
    private final TableView<Snapshot> table = new TableView<>();
    private final BorderPane view = new BorderPane(table);

    /** @param changed the container is another one now, and has to be read anew */
    public SnapshotsTab(SnapshotShelf shelf, Desk desk, Runnable changed) {
        model = new SnapshotsViewModel(shelf, desk, changed);
        table.setItems(model.snapshots());
        table.setId("snapshots");
        table.getStyleClass().add("dense");
        table.setPlaceholder(
                new EmptyState(BootstrapIcons.CAMERA, Texts.text("snapshots.none"), Texts.text("snapshots.none.hint")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column(Texts.text("snapshots.column.label"), 380, Snapshot::label, false));
        table.getColumns()
                .add(column(
                        Texts.text("snapshots.column.taken"), 220, each -> RecentTime.exact(each.created()), false));
        table.getColumns()
                .add(column(Texts.text("snapshots.column.files"), 110, each -> Long.toString(each.files()), true));
        table.getColumns()
                .add(column(Texts.text("snapshots.column.size"), 120, each -> ByteSize.shown(each.size()), true));
        table.getColumns()
                .add(column(Texts.text("snapshots.column.added"), 160, each -> ByteSize.shown(each.added()), true));
        view.setTop(bar());
    }

    private HBox bar() {
        ObservableBooleanValue one =
                Bindings.isNotNull(table.getSelectionModel().selectedItemProperty());
        Action take = Action.of("snapshots.take", Texts.text("snapshots.take"), model::take)
                .icon(BootstrapIcons.CAMERA);
        Action restore = Action.of(
                        "snapshots.restore", Texts.text("snapshots.restore"), () -> model.restore(selected()))
                .icon(BootstrapIcons.ARROW_COUNTERCLOCKWISE)
                .enabledWhen(one);
        Action delete = Action.of("snapshots.delete", Texts.text("snapshots.delete"), () -> model.delete(selected()))
                .icon(BootstrapIcons.TRASH)
                .enabledWhen(one);
        Label hint = new Label(Texts.text("snapshots.hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.setMinHeight(Label.USE_PREF_SIZE);
        hint.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(hint, Priority.ALWAYS);
        HBox bar = new HBox(
                hint, ActionControls.button(take), ActionControls.button(restore), ActionControls.button(delete));
        bar.getStyleClass().add("tab-bar");
        table.setContextMenu(ActionControls.contextMenu(restore, delete, null, take));
        table.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            Optional<Action> act = switch (key.getCode()) {
                case INSERT -> Optional.of(take);
                case DELETE -> Optional.of(delete);
                case ENTER -> Optional.of(restore);
                default -> Optional.empty();
            };
            act.ifPresent(each -> {
                each.perform();
                key.consume();
            });
        });
        return bar;
    }

    private Snapshot selected() {
        return table.getSelectionModel().getSelectedItem();
    }

    private static TableColumn<Snapshot, String> column(
            String title, double width, Function<Snapshot, String> text, boolean number) {
        TableColumn<Snapshot, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        if (number) {
            column.setStyle("-fx-alignment: center-right;");
        }
        return column;
    }

    @Override
    public void shown() {
        model.load();
    }

    @Override
    public void focus() {
        table.requestFocus();
    }

    @Override
    public String id() {
        return "snapshots";
    }

    @Override
    public Node view() {
        return view;
    }
}
