package studio.ctnr.toolkit.page;

import java.util.List;
import javafx.scene.Parent;
import studio.ctnr.toolkit.action.Action;

/**
 * One place of the studio, filling the window beside the side bar. It is built when it is first shown, and kept.
 */
public interface Page {
    /** What is shown; always the same node. */
    Parent view();

    /** Its actions; they are in the palette, and their shortcuts work, while it is shown. */
    default List<Action> actions() {
        return List.of();
    }

    /** It has come into view: a good moment to look whether what it shows still holds. */
    default void shown() {}

    /**
     * The user wants to leave it for good (close the window, change the language).
     *
     * @param proceed to be run when it may go: at once, or after the user was asked about what is not saved
     */
    default void leave(Runnable proceed) {
        proceed.run();
    }
}
