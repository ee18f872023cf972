package studio.ctnr.studio.compare;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.studio.choice.ContainerField;
import studio.ctnr.studio.compare.DifferenceRow.Part;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.action.ActionControls;
import studio.ctnr.toolkit.notice.EmptyState;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.workbench.compare.Change;

/** Two containers above, their differences below. */
final class CompareView extends BorderPane {
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    private final CompareViewModel model;
    private final Desk desk;
    private final CompareActions actions;
    private final TextField filter = new TextField();
    private final TableView<DifferenceRow> table = new TableView<>();

    CompareView(CompareViewModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        actions = new CompareActions(model, desk, filter::requestFocus);
        getStylesheets()
                .add(Objects.requireNonNull(CompareView.class.getResource("compare.css"))
                        .toExternalForm());
        getStyleClass().add("compare");
        setTop(header());
        setCenter(center());
    }

    List<Action> actions() {
        return actions.all();
    }

    private VBox header() {
        Label title = new Label(Texts.text("compare.title"));
        title.getStyleClass().add("title");
        Button swap = ActionControls.icon(actions.swap);
        Button compare = new Button(Texts.text("compare.act"));
        compare.setId("compare-act");
        compare.getStyleClass().add(Styles.ACCENT);
        compare.setDefaultButton(true);
        compare.disableProperty().bind(model.runningProperty());
        compare.setOnAction(e -> model.compare());
        HBox sides =
                new HBox(side("first", model.firstProperty()), swap, side("second", model.secondProperty()), compare);
        sides.getStyleClass().add("row");
        Label problem = new Label();
        problem.setId("compare-problem");
        problem.getStyleClass().add("field-error");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        VBox header = new VBox(title, sides, problem);
        header.getStyleClass().add("page-header");
        return header;
    }

    private Node side(String id, StringProperty value) {
        return new ContainerField("compare-" + id, Texts.text("compare." + id), model.known(), value, desk.dialogs());
    }

    private StackPane center() {
        EmptyState nothing = new EmptyState(
                BootstrapIcons.SYMMETRY_VERTICAL, Texts.text("compare.empty"), Texts.text("compare.empty.hint"));
        ProgressIndicator busy = new ProgressIndicator();
        busy.setMaxSize(48, 48);
        busy.visibleProperty().bind(model.runningProperty());
        BorderPane differences = new BorderPane(table());
        differences.setTop(bar());
        var compared = Bindings.createBooleanBinding(
                () -> model.comparisonProperty().get().isPresent(), model.comparisonProperty());
        differences.visibleProperty().bind(compared);
        nothing.visibleProperty()
                .bind(compared.not().and(model.runningProperty().not()));
        return new StackPane(nothing, differences, busy);
    }

    private HBox bar() {
        filter.setId("compare-filter");
        filter.setPromptText(Texts.text("compare.filter"));
        filter.setAccessibleText(Texts.text("compare.filter"));
        model.textProperty().bind(filter.textProperty());
        filter.setOnKeyPressed(this::leaveFilter);
        HBox.setHgrow(filter, Priority.ALWAYS);
        HBox bar = new HBox(6, filter);
        ToggleGroup group = new ToggleGroup();
        bar.getChildren().add(chip(group, Optional.empty()));
        for (Part part : Part.values()) {
            bar.getChildren().add(chip(group, Optional.of(part)));
        }
        bar.getChildren().add(ActionControls.icon(actions.export));
        bar.setStyle("-fx-padding: 12px 24px 12px 24px; -fx-alignment: center-left;");
        return bar;
    }

    /** Down leads to the list, Esc forgets the filter. */
    private void leaveFilter(KeyEvent key) {
        if (key.getCode() == KeyCode.DOWN) {
            focusTable();
        } else if (key.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
        } else {
            return;
        }
        key.consume();
    }

    private void focusTable() {
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
        table.requestFocus();
    }

    private void copy(KeyEvent key) {
        if (COPY.match(key)) {
            desk.dialogs()
                    .copy(CompareExport.lines(
                            List.copyOf(table.getSelectionModel().getSelectedItems())));
            key.consume();
        }
    }

    private ToggleButton chip(ToggleGroup group, Optional<Part> part) {
        ToggleButton chip = new ToggleButton();
        chip.getStyleClass().add("chip");
        chip.setToggleGroup(group);
        chip.setSelected(part.isEmpty());
        chip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> part.map(each -> Texts.text(
                                        "compare.part." + each.name().toLowerCase(Locale.ROOT), model.count(each)))
                                .orElseGet(() -> Texts.text("compare.part.all")),
                        model.comparisonProperty()));
        chip.setOnAction(e -> {
            chip.setSelected(true);
            model.partProperty().set(part);
        });
        return chip;
    }

    private TableView<DifferenceRow> table() {
        table.setId("compare-differences");
        table.getStyleClass().add("dense");
        table.setAccessibleText(Texts.text("compare.differences"));
        table.setItems(model.rows());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::copy);
        model.comparisonProperty().subscribe(compared -> {
            if (compared.isPresent()) {
                focusTable();
            }
        });
        table.setPlaceholder(new Label(Texts.text("compare.same")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("what", 420, DifferenceRow::what));
        table.getColumns().add(changes());
        table.getColumns().add(column("before", 240, DifferenceRow::before));
        table.getColumns().add(column("after", 240, DifferenceRow::after));
        return table;
    }

    private static TableColumn<DifferenceRow, String> column(
            String id, double width, Function<DifferenceRow, String> text) {
        TableColumn<DifferenceRow, String> column = new TableColumn<>(Texts.text("compare.column." + id));
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }

    private static TableColumn<DifferenceRow, String> changes() {
        TableColumn<DifferenceRow, String> column = column(
                "change", 90, row -> Texts.text("compare.change." + row.change().name()));
        column.setCellFactory(each -> new TableCell<>() {
            @Override
            protected void updateItem(String text, boolean empty) {
                super.updateItem(text, empty);
                setText(empty ? null : text);
                getStyleClass().removeAll("added", "removed", "changed");
                if (!empty && getTableRow().getItem() != null) {
                    Change change = getTableRow().getItem().change();
                    getStyleClass().add(change.name().toLowerCase(Locale.ROOT));
                }
            }
        });
        return column;
    }
}
