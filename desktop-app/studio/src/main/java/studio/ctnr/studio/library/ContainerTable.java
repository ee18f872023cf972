package studio.ctnr.studio.library;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import studio.ctnr.studio.settings.Preferences;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.control.Follow;
import studio.ctnr.toolkit.text.ByteSize;
import studio.ctnr.toolkit.text.RecentTime;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** The library as a dense table; its order is that of the list, like the cards'. */
final class ContainerTable extends TableView<ContainerRecord> {
    /** Below that there is no room for the publisher, in pixels. */
    private static final double NARROW = 560;

    private final LibraryViewModel model;
    private final Preferences preferences;

    ContainerTable(
            LibraryViewModel model,
            IconShelf icons,
            Consumer<ContainerRecord> open,
            Supplier<ContextMenu> menu,
            Preferences preferences) {
        this.model = model;
        this.preferences = preferences;
        setId("library-table");
        getStyleClass().add("dense");
        setItems(model.list().shown());
        TableColumn<ContainerRecord, ContainerRecord> name = column("name", Texts.text("library.column.name"), 170);
        name.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        name.setCellFactory(column -> new NameCell(icons));
        getColumns().add(name);
        TableColumn<ContainerRecord, String> version =
                words("version", Texts.text("library.column.version"), 90, ContainerRecord::version);
        version.setMinWidth(64);
        getColumns().add(version);
        TableColumn<ContainerRecord, String> publisher = words(
                "publisher",
                Texts.text("library.column.publisher"),
                110,
                each -> each.publisher().orElse(""));
        publisher
                .visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> getWidth() == 0 || getWidth() > NARROW, widthProperty()));
        getColumns().add(publisher);
        TableColumn<ContainerRecord, String> size =
                words("size", Texts.text("library.column.size"), 76, each -> ByteSize.shown(each.size()));
        size.getStyleClass().add("number");
        size.setMinWidth(76);
        getColumns().add(size);
        TableColumn<ContainerRecord, String> lastRun = words(
                "last-run",
                Texts.text("library.column.last-run"),
                92,
                each -> each.lastRun().map(RecentTime::shown).orElse("–"));
        lastRun.setMinWidth(92);
        getColumns().add(lastRun);
        TableColumn<ContainerRecord, ContainerRecord> state = column("state", Texts.text("library.column.state"), 130);
        state.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        state.setCellFactory(column -> new StateCell());
        getColumns().add(state);
        getColumns().forEach(column -> column.setSortable(false));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setRowFactory(table -> {
            TableRow<ContainerRecord> row = new TableRow<>();
            row.setOnMouseClicked(e -> {
                if (e.getClickCount() == 2 && !row.isEmpty()) {
                    open.accept(row.getItem());
                }
            });
            row.setOnContextMenuRequested(e -> {
                if (!row.isEmpty()) {
                    menu.get().show(row, e.getScreenX(), e.getScreenY());
                }
            });
            return row;
        });
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER && getSelectionModel().getSelectedItem() != null) {
                open.accept(getSelectionModel().getSelectedItem());
            }
        });
        followSelection();
    }

    private void followSelection() {
        Runnable select =
                () -> getSelectionModel().select(model.selectedProperty().get());
        Follow.with(this, select, model.selectedProperty());
        getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null) {
                model.selectedProperty().set(is);
            }
        });
        select.run();
    }

    private TableColumn<ContainerRecord, String> words(
            String key, String title, double width, Function<ContainerRecord, String> value) {
        TableColumn<ContainerRecord, String> column = column(key, title, width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        return column;
    }

    private <T> TableColumn<ContainerRecord, T> column(String key, String title, double width) {
        TableColumn<ContainerRecord, T> column = new TableColumn<>(title);
        String measure = "library.width-" + key;
        column.setPrefWidth(preferences.measure(measure).orElse(width));
        column.widthProperty().addListener((o, was, is) -> preferences.measured(measure, is.doubleValue()));
        return column;
    }

    private static final class NameCell extends TableCell<ContainerRecord, ContainerRecord> {
        private final ContainerIcon icon;

        NameCell(IconShelf icons) {
            icon = new ContainerIcon(icons, 20);
            setGraphicTextGap(8);
        }

        @Override
        protected void updateItem(ContainerRecord container, boolean empty) {
            super.updateItem(container, empty);
            setText(empty ? null : container.name());
            setGraphic(empty ? null : icon);
            if (!empty) {
                icon.show(container);
            }
        }
    }

    private final class StateCell extends TableCell<ContainerRecord, ContainerRecord> {
        @Override
        protected void updateItem(ContainerRecord container, boolean empty) {
            super.updateItem(container, empty);
            if (empty) {
                setGraphic(null);
                return;
            }
            HBox badges = new HBox();
            badges.getStyleClass().add("badges");
            badges.setAlignment(Pos.CENTER_LEFT);
            badges.getChildren().setAll(Badges.of(container, model.running()));
            setGraphic(badges);
        }
    }
}
