package studio.ctnr.studio.shell;

import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import studio.ctnr.toolkit.notice.EmptyState;
import studio.ctnr.toolkit.page.Page;

/** A place without anything in it yet. */
record EmptyPage(Parent view) implements Page {
    static EmptyPage of(Place place) {
        return new EmptyPage(new BorderPane(new EmptyState(place.icon(), place.label(), "")));
    }
}
