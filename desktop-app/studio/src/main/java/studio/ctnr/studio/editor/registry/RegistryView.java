package studio.ctnr.studio.editor.registry;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.ctnr.studio.editor.Focus;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.ActionControls;
import studio.ctnr.toolkit.control.FoldingRow;
import studio.ctnr.toolkit.dialog.Dialogs;

/** Keys at the left, the values of the selected one in the middle, the selected value at the right. */
final class RegistryView extends BorderPane {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final RegistryViewModel model;
    private final RegistrySearchModel search;
    private final RegistryActions actions;
    private final RegFiles files;
    private final FavouritesMenu favourites;
    private final RegistryComparison comparison;
    private final ComparisonPane comparing;
    private final TextField find = new TextField();
    private final TextField address = new TextField();
    private final KeyTree tree;
    private final ValueTable table;
    private final ValueInspector inspector;

    RegistryView(
            RegistryViewModel model,
            RegistrySearchModel search,
            RegistryActions actions,
            RegFiles files,
            RegistryComparison comparison,
            FavouritesMenu favourites,
            Dialogs dialogs) {
        this.model = model;
        this.search = search;
        this.actions = actions;
        this.files = files;
        this.favourites = favourites;
        this.comparison = comparison;
        comparing = new ComparisonPane(comparison, dialogs);
        tree = new KeyTree(model, comparison);
        table = new ValueTable(model, comparison);
        inspector = new ValueInspector(model, actions);
        getStyleClass().add("registry");
        getStylesheets()
                .add(Objects.requireNonNull(RegistryView.class.getResource("registry.css"))
                        .toExternalForm());
        setTop(bar());
        setCenter(split(panes()));
        menus();
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private FoldingRow bar() {
        find.setPromptText(Texts.text("registry.find"));
        find.setAccessibleText(Texts.text("registry.find"));
        find.setId("registry-find");
        find.textProperty().bindBidirectional(search.wantedProperty());
        find.setOnAction(e -> search.next());
        find.setMinWidth(140);
        Label status = new Label();
        status.setId("registry-status");
        status.getStyleClass().addAll("small", "muted");
        status.textProperty().bind(search.statusProperty());
        status.managedProperty().bind(status.textProperty().isNotEmpty());
        Button next = new Button(Texts.text("registry.next"));
        next.getStyleClass().add("chip");
        next.disableProperty().bind(search.wantedProperty().isEmpty());
        next.setOnAction(e -> search.next());
        MenuButton make = new MenuButton(Texts.text("registry.new"));
        make.setId("registry-new");
        make.getItems().addAll(ActionControls.menuItem(actions.newKey()), new SeparatorMenuItem());
        actions.newValues().forEach(action -> make.getItems().add(ActionControls.menuItem(action)));
        ToggleButton compare = new ToggleButton(Texts.text("registry.compare"));
        compare.setId("registry-compare");
        compare.selectedProperty().bindBidirectional(comparison.openProperty());
        HBox acts = new HBox(
                ActionControls.button(files.importReg()),
                ActionControls.button(files.exportReg()),
                favourites,
                compare,
                make);
        HBox searching = new HBox(find, status, next);
        HBox.setHgrow(find, Priority.ALWAYS);
        HBox.setHgrow(searching, Priority.ALWAYS);
        List.of(acts, searching).forEach(part -> part.getStyleClass().add("bar-part"));
        Stream.of(next, favourites, compare, make).forEach(each -> each.setMinWidth(USE_PREF_SIZE));
        HBox row = new HBox(searching, acts);
        row.getStyleClass().add("bar-part");
        FoldingRow bar = new FoldingRow(row, acts);
        bar.getStyleClass().add("bar");
        return bar;
    }

    /** Keys and values over the comparison, while there is one. */
    private SplitPane split(SplitPane panes) {
        SplitPane split = new SplitPane(panes);
        split.setOrientation(Orientation.VERTICAL);
        SplitPane.setResizableWithParent(comparing, false);
        comparison.openProperty().subscribe(open -> {
            if (open && split.getItems().size() == 1) {
                split.getItems().add(comparing);
                split.setDividerPositions(0.6);
                comparing.focusField();
            } else if (!open) {
                split.getItems().remove(comparing);
            }
        });
        return split;
    }

    private SplitPane panes() {
        address.setId("registry-address");
        address.setAccessibleText(Texts.text("registry.address"));
        address.getStyleClass().addAll("mono", "address");
        model.keyProperty().subscribe(key -> address.setText(key.toString()));
        address.setOnAction(e -> go());
        Label secured = new Label(Texts.text("registry.secured"));
        secured.getStyleClass().addAll("small", "muted", "secured");
        secured.setWrapText(true);
        secured.visibleProperty().bind(model.securedProperty());
        secured.managedProperty().bind(secured.visibleProperty());
        VBox middle = new VBox(address, secured, table);
        VBox.setVgrow(table, Priority.ALWAYS);
        SplitPane panes = new SplitPane(tree, middle, inspector);
        panes.setDividerPositions(0.24, 0.74);
        SplitPane.setResizableWithParent(tree, false);
        SplitPane.setResizableWithParent(inspector, false);
        return panes;
    }

    /** For who came by keyboard. */
    void focusKeys() {
        Focus.on(tree);
    }

    /** The values of the key, the first selected where none was. */
    private void focusValues() {
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
        table.requestFocus();
    }

    private void go() {
        boolean found = model.go(address.getText());
        address.pseudoClassStateChanged(ERROR, !found);
        if (found) {
            focusValues();
        }
    }

    private void menus() {
        tree.setContextMenu(ActionControls.contextMenu(
                actions.newKey(),
                null,
                actions.renameKey(),
                actions.deleteKey(),
                null,
                actions.copyPath(),
                favourites.add(),
                files.exportReg()));
        table.setContextMenu(
                ActionControls.contextMenu(actions.rename(), actions.delete(), actions.hide(), null, actions.revert()));
    }

    private void key(KeyEvent key) {
        boolean inTree = tree.isFocused();
        boolean inTable = table.isFocused();
        if (key.getCode() == KeyCode.F3) {
            step(key.isShiftDown());
        } else if (key.getCode() == KeyCode.F7 && comparison.openProperty().get()) {
            comparing.step(!key.isShiftDown());
        } else if (key.getCode() == KeyCode.D && key.isShortcutDown()) {
            favourites.add().perform();
        } else if (key.getCode() == KeyCode.F && key.isShortcutDown()) {
            find.requestFocus();
            find.selectAll();
        } else if (key.getCode() == KeyCode.L && key.isShortcutDown()) {
            address.requestFocus();
            address.selectAll();
        } else if (key.getCode() == KeyCode.F2 && (inTree || inTable)) {
            (inTree ? actions.renameKey() : actions.rename()).perform();
        } else if (key.getCode() == KeyCode.DELETE && (inTree || inTable)) {
            (inTree ? actions.deleteKey() : actions.delete()).perform();
        } else if (key.getCode() == KeyCode.INSERT && (inTree || inTable)) {
            (inTree ? actions.newKey() : actions.newValues().getFirst()).perform();
        } else if (key.getCode() == KeyCode.ENTER && inTree) {
            focusValues();
        } else if (key.getCode() == KeyCode.ENTER && inTable) {
            inspector.focusForm();
        } else {
            return;
        }
        key.consume();
    }

    private void step(boolean back) {
        if (back) {
            search.previous();
        } else {
            search.next();
        }
    }
}
