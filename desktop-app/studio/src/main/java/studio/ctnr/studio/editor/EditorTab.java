package studio.ctnr.studio.editor;

import java.util.Optional;
import javafx.scene.Node;

/** One view of a container in the editor. It is made when its tab is first shown. */
public interface EditorTab {
    /** Stable; its label is the text {@code editor.tab.ID}. */
    String id();

    /** What is shown; always the same node. */
    Node view();

    /** What is edited here, which other tabs may show too; empty for a tab that only shows. */
    default Optional<Edited> edited() {
        return Optional.empty();
    }

    /** Gives the focus to what one works with here, for who came by keyboard. */
    default void focus() {}

    /** It has come into view. */
    default void shown() {}
}
