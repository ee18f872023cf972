package studio.ctnr.studio.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.layout.StackPane;
import studio.ctnr.toolkit.action.ActionTable;
import studio.ctnr.toolkit.page.Page;

/** The part of the window that shows one page at a time; each is built when it is first shown. */
final class PageDeck extends StackPane {
    private final Map<Place, Supplier<Page>> builders = new EnumMap<>(Place.class);
    private final Map<Place, Page> built = new EnumMap<>(Place.class);
    private final ActionTable actions;
    private Page current;

    PageDeck(ActionTable actions) {
        this.actions = actions;
    }

    void put(Place place, Supplier<Page> builder) {
        builders.put(place, builder);
    }

    void show(Place place) {
        show(built.computeIfAbsent(place, each -> builders.get(each).get()));
    }

    void show(Page page) {
        if (page == current) {
            return;
        }
        if (current != null) {
            actions.remove(current.actions());
        }
        current = page;
        actions.add(page.actions());
        getChildren().setAll(page.view());
        page.shown();
    }
}
