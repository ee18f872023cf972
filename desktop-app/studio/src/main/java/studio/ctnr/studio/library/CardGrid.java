package studio.ctnr.studio.library;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import studio.ctnr.toolkit.control.Follow;
import studio.ctnr.workbench.inventory.ContainerRecord;

/**
 * The library as cards: a virtual list of rows, so that ten thousand containers scroll like ten. The selection is the
 * view-model's; arrows, Home and End move it, Enter opens.
 */
final class CardGrid extends ListView<List<ContainerRecord>> {
    static final double GAP = 12;
    private static final double CARD = 204;

    private final LibraryViewModel model;
    private final Consumer<ContainerRecord> open;
    private int columns = 3;

    CardGrid(LibraryViewModel model, IconShelf icons, Consumer<ContainerRecord> open, Supplier<ContextMenu> menu) {
        this.model = model;
        this.open = open;
        setId("library-cards");
        getStyleClass().add("card-grid");
        setCellFactory(list -> new CardRow(model, icons, open, menu, () -> columns));
        widthProperty().addListener((o, was, is) -> fit(is.doubleValue()));
        Follow.with(this, this::fill, model.list().shown());
        Follow.with(this, this::refresh, model.running());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        fill();
    }

    private void fit(double width) {
        int fitting = Math.max(1, (int) ((width - 2 * 24 + GAP) / (CARD + GAP)));
        if (fitting != columns) {
            columns = fitting;
            fill();
        }
    }

    private void fill() {
        List<ContainerRecord> shown = model.list().shown();
        List<List<ContainerRecord>> rows = new ArrayList<>();
        for (int from = 0; from < shown.size(); from += columns) {
            rows.add(List.copyOf(shown.subList(from, Math.min(from + columns, shown.size()))));
        }
        getItems().setAll(rows);
    }

    private void pressed(KeyEvent event) {
        List<ContainerRecord> shown = model.list().shown();
        int at = shown.indexOf(model.selectedProperty().get());
        int last = shown.size() - 1;
        int next = switch (event.getCode()) {
            case LEFT -> at - 1;
            case RIGHT -> at + 1;
            case UP -> at - columns;
            case DOWN -> at + columns;
            case HOME -> 0;
            case END -> last;
            default -> Integer.MIN_VALUE;
        };
        if (next != Integer.MIN_VALUE) {
            event.consume();
            if (next >= 0 && next <= last) {
                model.selectedProperty().set(shown.get(next));
                scrollTo(next / columns);
            }
        } else if (event.getCode() == KeyCode.ENTER && at >= 0) {
            event.consume();
            open.accept(shown.get(at));
        }
    }
}
