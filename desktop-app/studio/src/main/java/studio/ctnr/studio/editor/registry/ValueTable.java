package studio.ctnr.studio.editor.registry;

import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.workbench.compare.Change;

/** The values of the key that is shown. */
final class ValueTable extends TableView<ValueRow> {
    ValueTable(RegistryViewModel model, RegistryComparison comparison) {
        setId("registry-values");
        setAccessibleText(Texts.text("registry.values"));
        getStyleClass().add("dense");
        setItems(model.rows());
        setPlaceholder(new Label(Texts.text("registry.noValues")));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().add(column("name", 180, row -> RegistryViewModel.shown(row.name()), ""));
        getColumns().add(column("type", 130, ValueRow::type, "muted"));
        getColumns().add(column("data", 300, ValueTable::data, "mono"));
        setRowFactory(table -> new Row(model, comparison));
        comparison.differencesProperty().subscribe(found -> refresh());
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && row != model.rowProperty().get()) {
                model.rowProperty().set(row);
            }
        });
        model.rowProperty().subscribe(row -> {
            if (row == null) {
                getSelectionModel().clearSelection();
            } else if (row != getSelectionModel().getSelectedItem()) {
                getSelectionModel().select(row);
                scrollTo(row);
            }
        });
    }

    private static String data(ValueRow row) {
        if (row.isWhiteout()) {
            return Texts.text("registry.whiteout.value");
        }
        return row.data().orElseGet(() -> Texts.text("registry.notSet"));
    }

    private static TableColumn<ValueRow, String> column(
            String id, double width, Function<ValueRow, String> text, String style) {
        TableColumn<ValueRow, String> column = new TableColumn<>(Texts.text("registry.column." + id));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setCellFactory(each -> new TextCell(style));
        return column;
    }

    private static final class TextCell extends TableCell<ValueRow, String> {
        private TextCell(String style) {
            if (!style.isEmpty()) {
                getStyleClass().add(style);
            }
        }

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
        }
    }

    private static final class Row extends TableRow<ValueRow> {
        private final RegistryViewModel model;
        private final RegistryComparison comparison;

        private Row(RegistryViewModel model, RegistryComparison comparison) {
            this.model = model;
            this.comparison = comparison;
        }

        @Override
        protected void updateItem(ValueRow row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeAll("whiteout", "unset", "added", "changed");
            if (!empty && row != null && row.isWhiteout()) {
                getStyleClass().add("whiteout");
            } else if (!empty && row != null && row.value().isEmpty()) {
                getStyleClass().add("unset");
            }
            if (!empty && row != null) {
                comparison
                        .differencesProperty()
                        .get()
                        .of(RegistryPlace.of(model.keyProperty().get(), row.name()))
                        .filter(each -> each.change() != Change.REMOVED)
                        .ifPresent(
                                each -> getStyleClass().add(each.change().name().toLowerCase(Locale.ROOT)));
            }
        }
    }
}
