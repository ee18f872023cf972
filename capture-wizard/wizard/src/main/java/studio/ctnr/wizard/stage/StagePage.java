package studio.ctnr.wizard.stage;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Parent;
import studio.ctnr.toolkit.action.Action;

/** One page of the wizard; it is built when it is first shown, and kept. */
public interface StagePage {
    Parent view();

    /** Its main act, which leads on; Enter does it. */
    Action next();

    /** Whether its main act is what is most likely wanted now: a page that shows a better one says no. */
    default ObservableBooleanValue leading() {
        return new SimpleBooleanProperty(true);
    }

    /** What else it offers beside its main act, in the wizard's header. */
    default List<Action> beside() {
        return List.of();
    }

    /** What has shortcuts or belongs into the command palette while the page is shown. */
    default List<Action> actions() {
        return List.of();
    }

    /** It has come into view. */
    default void shown() {}
}
