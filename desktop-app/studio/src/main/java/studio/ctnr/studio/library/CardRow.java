package studio.ctnr.studio.library;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.ctnr.toolkit.control.Follow;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** A row of cards; the cards are kept and shown other containers while it scrolls. */
final class CardRow extends ListCell<List<ContainerRecord>> {
    private final LibraryViewModel model;
    private final IconShelf icons;
    private final Consumer<ContainerRecord> open;
    private final Supplier<ContextMenu> menu;
    private final IntSupplier columns;
    private final List<ContainerCard> cards = new ArrayList<>();
    private final HBox row = new HBox(CardGrid.GAP);

    CardRow(
            LibraryViewModel model,
            IconShelf icons,
            Consumer<ContainerRecord> open,
            Supplier<ContextMenu> menu,
            IntSupplier columns) {
        this.model = model;
        this.icons = icons;
        this.open = open;
        this.menu = menu;
        this.columns = columns;
        getStyleClass().add("card-row");
        Follow.with(this, this::mark, model.selectedProperty());
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(List<ContainerRecord> containers, boolean empty) {
        super.updateItem(containers, empty);
        if (empty || containers == null) {
            setGraphic(null);
            return;
        }
        while (cards.size() < containers.size()) {
            cards.add(card());
        }
        row.getChildren().clear();
        for (int i = 0; i < columns.getAsInt(); i++) {
            if (i < containers.size()) {
                cards.get(i).show(containers.get(i), model.running());
                row.getChildren().add(cards.get(i));
            } else {
                row.getChildren().add(room());
            }
        }
        mark();
        setGraphic(row);
    }

    /** Keeps the cards of a row that is not full as wide as all others. */
    private static Region room() {
        Region room = new Region();
        room.setPrefWidth(0);
        room.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(room, Priority.ALWAYS);
        return room;
    }

    private ContainerCard card() {
        ContainerCard card = new ContainerCard(icons);
        card.setPrefWidth(0);
        card.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setOnMousePressed(e -> {
            model.selectedProperty().set(card.container());
            getListView().requestFocus();
        });
        card.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
                open.accept(card.container());
            }
        });
        card.setOnContextMenuRequested(e -> {
            menu.get().show(card, e.getScreenX(), e.getScreenY());
            e.consume();
        });
        return card;
    }

    private void mark() {
        ContainerRecord selected = model.selectedProperty().get();
        for (ContainerCard card : cards) {
            card.setSelected(selected != null
                    && card.container() != null
                    && card.container().id().equals(selected.id()));
        }
    }
}
