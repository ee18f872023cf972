package studio.ctnr.toolkit.support;

import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Pane;

/** What a user can act on in a screen: buttons, fields and choices, but not those that other controls are made of. */
final class Actionable {
    private final List<Node> found = new ArrayList<>();

    private Actionable() {}

    /** Those that are seen and not disabled; on the FX thread. */
    static List<Node> in(Parent root) {
        Actionable all = new Actionable();
        all.look(root);
        return all.found;
    }

    /** Those of which a screen reader could say nothing but what kind they are. */
    static List<String> unspoken(Parent root) {
        return in(root).stream()
                .filter(Predicate.not(node -> isSpoken(node, root)))
                .map(Node::toString)
                .toList();
    }

    private void look(Node node) {
        if (!node.isVisible() || node.isDisabled() || node instanceof MenuBar) {
            return;
        }
        if (node instanceof ButtonBase
                || node instanceof ToggleSwitch
                || node instanceof ComboBoxBase<?>
                || node instanceof TextInputControl) {
            found.add(node);
        } else if (node instanceof Parent parent && (!(node instanceof Control) || holdsPages(node))) {
            parent.getChildrenUnmodifiable().forEach(this::look);
        }
    }

    private static boolean holdsPages(Node node) {
        return node instanceof ScrollPane
                || node instanceof SplitPane
                || node instanceof TabPane
                || node instanceof Cell<?>
                || node.getStyleClass().contains("list-view");
    }

    private static boolean isSpoken(Node node, Parent root) {
        return says(node.getAccessibleText())
                || node instanceof Labeled labeled && says(labeled.getText())
                || node instanceof ButtonBase button && button.getGraphic() instanceof Pane pane && hasWords(pane)
                || isLabelled(node, root);
    }

    private static boolean says(String text) {
        return text != null && !text.isBlank();
    }

    private static boolean hasWords(Pane pane) {
        return pane.getChildren().stream().anyMatch(child -> child instanceof Label label && says(label.getText()));
    }

    private static boolean isLabelled(Node node, Parent root) {
        return labelFor(node, root).isPresent();
    }

    private static Optional<Node> labelFor(Node node, Node in) {
        if (in instanceof Label label && label.getLabelFor() == node) {
            return Optional.of(label);
        }
        return in instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> labelFor(node, child).stream())
                        .findFirst()
                : Optional.empty();
    }
}
