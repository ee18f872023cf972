package studio.ctnr.toolkit.dialog;

import java.util.List;
import javafx.scene.Node;

/**
 * A pane over the window with content of its own, for what a {@link Question} is too small for.
 *
 * @param answers from left to right, the main one last; each closes the pane
 */
public record Modal(String title, Node content, List<Answer> answers) {
    public Modal {
        answers = List.copyOf(answers);
    }
}
