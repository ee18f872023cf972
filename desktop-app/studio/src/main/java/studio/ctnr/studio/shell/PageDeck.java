package studio.ctnr.studio.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.layout.StackPane;
import studio.ctnr.toolkit.action.ActionTable;
import studio.ctnr.toolkit.page.Page;

/** The part of the window that shows one page at a time; each is built when it is first shown, and kept. */
final class PageDeck extends StackPane {
    private final Map<Object, Page> built = new LinkedHashMap<>();
    private final ActionTable actions;
    private Page current;

    PageDeck(ActionTable actions) {
        this.actions = actions;
    }

    /**
     * Shows the page of that name.
     *
     * @param build makes it the first time
     */
    void show(Object name, Supplier<Page> build) {
        Page page = built.get(name);
        if (page == null) {
            page = build.get();
            built.put(name, page);
        }
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

    /** Lets go of the page that is shown; another one is shown next. */
    void forgetCurrent() {
        built.values().remove(current);
    }

    /** Asks every page whether it may go, one after the other, and proceeds when all have agreed. */
    void leave(Runnable proceed) {
        leave(new ArrayList<>(built.values()), proceed);
    }

    private void leave(List<Page> rest, Runnable proceed) {
        if (rest.isEmpty()) {
            proceed.run();
        } else {
            rest.getFirst().leave(() -> leave(rest.subList(1, rest.size()), proceed));
        }
    }
}
