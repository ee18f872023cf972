package studio.ctnr.studio.library;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.ActionControls;
import studio.ctnr.toolkit.control.FoldingRow;
import studio.ctnr.toolkit.control.Follow;
import studio.ctnr.toolkit.control.LabelConverter;
import studio.ctnr.toolkit.text.ByteSize;

/** Title and main acts of the library, and below them what narrows it down. */
final class LibraryHeader extends VBox {
    private final LibraryViewModel model;
    private final TextField search = new TextField();
    private final Map<LibraryFilter, ToggleButton> chips = new EnumMap<>(LibraryFilter.class);
    private final Label summary = new Label();

    LibraryHeader(LibraryViewModel model, LibraryActions actions) {
        this.model = model;
        getStyleClass().add("page-header");
        setMinWidth(0);
        getChildren().addAll(titleRow(actions), filterRow());
        Follow.with(this, this::count, model.list().shown(), model.list().sizeProperty(), model.running());
        count();
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private HBox titleRow(LibraryActions actions) {
        Label title = new Label(Texts.text("place.library"));
        title.getStyleClass().add("title");
        summary.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(
                title,
                summary,
                space,
                ActionControls.button(actions.importFile),
                ActionControls.button(actions.create),
                ActionControls.accent(actions.capture));
        row.getStyleClass().add("row");
        return row;
    }

    private FoldingRow filterRow() {
        search.setId("library-search");
        search.setPromptText(Texts.text("library.search"));
        search.setAccessibleText(Texts.text("library.search"));
        search.textProperty().bindBidirectional(model.list().queryProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        search.setMinWidth(140);
        HBox filters = new HBox();
        filters.getStyleClass().addAll("row", "filter-row");
        ToggleGroup group = new ToggleGroup();
        for (LibraryFilter filter : LibraryFilter.values()) {
            ToggleButton chip = new ToggleButton();
            chip.setId("filter-" + filter.name().toLowerCase(Locale.ROOT));
            chip.getStyleClass().add("chip");
            chip.setMinWidth(USE_PREF_SIZE);
            chip.setToggleGroup(group);
            chip.setSelected(model.list().filterProperty().get() == filter);
            chip.setOnAction(e -> {
                chip.setSelected(true);
                model.list().filterProperty().set(filter);
            });
            chips.put(filter, chip);
            filters.getChildren().add(chip);
        }
        HBox row = new HBox(search, filters, tagBox(), sortBox(), new ViewSwitch(model.denseProperty()));
        row.getStyleClass().addAll("row", "filter-row");
        return new FoldingRow(row, filters);
    }

    /** Only there when some container has a tag. */
    private ComboBox<String> tagBox() {
        ComboBox<String> box = new ComboBox<>();
        box.setId("library-tag");
        box.setMinWidth(USE_PREF_SIZE);
        box.setAccessibleText(Texts.text("inspector.tags"));
        box.managedProperty().bind(box.visibleProperty());
        Runnable fill = () -> {
            box.getItems().setAll("");
            box.getItems().addAll(model.list().tags());
            box.setVisible(!model.list().tags().isEmpty());
            if (!box.getItems().contains(model.list().tagProperty().get())) {
                model.list().tagProperty().set("");
            }
        };
        box.setCellFactory(list -> new TagCell());
        box.setButtonCell(new TagCell());
        fill.run();
        Follow.with(box, fill, model.list().tags());
        box.valueProperty().bindBidirectional(model.list().tagProperty());
        return box;
    }

    private ComboBox<LibrarySort> sortBox() {
        ComboBox<LibrarySort> box = new ComboBox<>();
        box.setId("library-sort");
        box.setMinWidth(USE_PREF_SIZE);
        box.setAccessibleText(Texts.text("library.sort"));
        box.getItems().setAll(List.of(LibrarySort.values()));
        box.setConverter(new LabelConverter<>(LibrarySort::label));
        box.valueProperty().bindBidirectional(model.list().sortProperty());
        return box;
    }

    private void count() {
        Map<LibraryFilter, Long> counts = model.list().counts();
        long all = counts.get(LibraryFilter.ALL);
        summary.setText(
                all == 0
                        ? ""
                        : Texts.count(
                                "library.summary",
                                all,
                                ByteSize.shown(model.list().sizeProperty().get())));
        chips.forEach((filter, chip) -> {
            chip.setText(filter == LibraryFilter.ALL ? filter.label() : filter.label() + " " + counts.get(filter));
            boolean useful = filter == LibraryFilter.ALL || counts.get(filter) > 0 || chip.isSelected();
            chip.setVisible(useful);
            chip.setManaged(useful);
        });
    }

    private static final class TagCell extends ListCell<String> {
        @Override
        protected void updateItem(String tag, boolean empty) {
            super.updateItem(tag, empty);
            setText(empty ? null : tag.isEmpty() ? Texts.text("library.any-tag") : tag);
        }
    }
}
