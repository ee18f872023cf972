package studio.ctnr.studio.editor.registry;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import studio.ctnr.container.hive.KeptDescriptor;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.hive.RegistryWhiteout;
import studio.ctnr.studio.text.Texts;

/** Keys and values that another registry has otherwise, with both values. */
final class DifferenceTable extends TableView<Difference> {
    DifferenceTable(RegistryComparison comparison) {
        setId("registry-differences");
        setAccessibleText(Texts.text("registry.differences"));
        getStyleClass().add("dense");
        setItems(comparison.rows());
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<Difference, String> change = column(
                Texts.text("compare.column.change"),
                90,
                each -> Texts.text("compare.change." + each.change().name()));
        change.setCellFactory(each -> new ChangeCell());
        getColumns().add(change);
        getColumns()
                .add(column(
                        Texts.text("registry.column.key"),
                        320,
                        each -> each.key().toString()));
        getColumns().add(column(Texts.text("registry.column.name"), 130, DifferenceTable::name));
        getColumns().add(column(Texts.text("registry.column.ours"), 220, each -> data(each, each.ours())));
        getColumns().add(column(Texts.text("registry.column.theirs"), 220, each -> data(each, each.theirs())));
    }

    private static String name(Difference each) {
        String key = each.isOfPermissions() ? "registry.permissions" : "registry.wholeKey";
        return each.place().value().map(RegistryViewModel::shown).orElseGet(() -> Texts.text(key));
    }

    private static String data(Difference of, Optional<RegistryValue> value) {
        if (of.isKey()) {
            return value.map(KeptDescriptor::text)
                    .orElse(of.isOfPermissions() ? Texts.text("compare.permissions.none") : "");
        }
        return value.map(each ->
                        RegistryWhiteout.is(each) ? Texts.text("registry.whiteout.value") : ValueText.brief(each))
                .orElse("");
    }

    private static TableColumn<Difference, String> column(
            String title, double width, Function<Difference, String> text) {
        TableColumn<Difference, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }

    private static final class ChangeCell extends TableCell<Difference, String> {
        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            getStyleClass().removeAll("added", "removed", "changed");
            Difference row = getTableRow().getItem();
            if (!empty && row != null) {
                getStyleClass().add(row.change().name().toLowerCase(Locale.ROOT));
            }
        }
    }
}
