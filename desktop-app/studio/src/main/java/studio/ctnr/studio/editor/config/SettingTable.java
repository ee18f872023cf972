package studio.ctnr.studio.editor.config;

import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.ComboBoxTableCell;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.converter.DefaultStringConverter;
import studio.ctnr.studio.editor.config.SettingList.Item;
import studio.ctnr.studio.text.Texts;

/** A list of settings as a table that is edited in place, with its heading and what adds and removes rows. */
public final class SettingTable extends VBox {
    private static final int ROW = 30;

    private final SettingList list;
    private final TableView<Item> table = new TableView<>();

    /** @param first what a new row begins with */
    public SettingTable(SettingList list, Map<String, Object> first, List<ListColumn> columns) {
        this.list = list;
        String id = list.path().replace('.', '-');
        Label heading = new Label(Texts.text("config.list." + list.path()));
        heading.getStyleClass().add("heading");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button add = new Button(Texts.text("config.list.add"));
        add.setId("add-" + id);
        add.getStyleClass().add("small");
        add.setOnAction(e -> add(first));
        Button remove = new Button(Texts.text("config.list.remove"));
        remove.setId("remove-" + id);
        remove.getStyleClass().add("small");
        remove.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        remove.setOnAction(e -> remove());
        HBox header = new HBox(6, heading, space);
        if (list.isEditable()) {
            header.getChildren().addAll(add, remove);
        }
        header.setAlignment(Pos.CENTER_LEFT);
        table.setId("table-" + id);
        table.setAccessibleText(heading.getText());
        table.getStyleClass().addAll("dense", "settings");
        table.setEditable(list.isEditable());
        table.setItems(list.items());
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label nothing = new Label(Texts.text("config.list.empty"));
        nothing.getStyleClass().addAll("small", "muted");
        table.setPlaceholder(nothing);
        columns.forEach(column -> table.getColumns().add(column(column)));
        table.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (table.isFocused() && list.isEditable()) {
                press(key, first);
            }
        });
        list.items().subscribe(this::fit);
        fit();
        getStyleClass().add("setting-table");
        getChildren().addAll(header, table);
    }

    private void press(KeyEvent key, Map<String, Object> first) {
        int row = table.getSelectionModel().getSelectedIndex();
        switch (key.getCode()) {
            case DELETE -> remove();
            case INSERT -> add(first);
            case F2, ENTER -> {
                if (row >= 0) {
                    table.edit(row, table.getColumns().getFirst());
                }
            }
            default -> {
                return;
            }
        }
        key.consume();
    }

    /** As high as its rows: the page scrolls, not each of its tables. */
    private void fit() {
        double height = ROW * (Math.max(1, list.items().size()) + 1.0) + 12;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
    }

    private void add(Map<String, Object> first) {
        list.add(first);
        int row = list.items().size() - 1;
        if (row >= 0) {
            table.getSelectionModel().select(row);
            table.scrollTo(row);
            table.edit(row, table.getColumns().getFirst());
        }
    }

    private void remove() {
        Item selected = table.getSelectionModel().getSelectedItem();
        if (selected != null && list.isEditable()) {
            list.remove(selected);
        }
    }

    private TableColumn<Item, ?> column(ListColumn column) {
        return column.kind() == ListColumn.Kind.FLAG ? flag(column) : text(column);
    }

    private TableColumn<Item, String> text(ListColumn column) {
        TableColumn<Item, String> made = new TableColumn<>(title(column));
        made.setPrefWidth(column.width());
        made.setSortable(false);
        boolean choice = column.kind() == ListColumn.Kind.CHOICE;
        made.setCellValueFactory(cell -> new ReadOnlyStringWrapper(
                choice && cell.getValue().setting(column.key()).isEmpty()
                        ? column.words().getFirst()
                        : cell.getValue().setting(column.key())));
        if (choice) {
            made.setCellFactory(ComboBoxTableCell.forTableColumn(column.words().toArray(String[]::new)));
        } else {
            made.setCellFactory(each -> new TextFieldTableCell<>(new DefaultStringConverter()));
        }
        made.setOnEditCommit(e -> list.set(e.getRowValue(), column.key(), e.getNewValue()));
        return made;
    }

    private TableColumn<Item, Item> flag(ListColumn column) {
        TableColumn<Item, Item> made = new TableColumn<>(title(column));
        made.setPrefWidth(column.width());
        made.setSortable(false);
        made.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        made.setCellFactory(each -> new FlagCell(column.key()));
        return made;
    }

    private String title(ListColumn column) {
        return Texts.text("config.column." + column.key());
    }

    private final class FlagCell extends TableCell<Item, Item> {
        private final String key;
        private final CheckBox box = new CheckBox();

        private FlagCell(String key) {
            this.key = key;
            box.setAccessibleText(Texts.text("config.column." + key));
            box.setDisable(!list.isEditable());
            getStyleClass().add("read-only");
        }

        @Override
        protected void updateItem(Item item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty ? null : box);
            if (!empty && item != null) {
                box.setSelected(item.flag(key));
                box.setOnAction(e -> list.set(item, key, box.isSelected()));
            }
        }
    }
}
