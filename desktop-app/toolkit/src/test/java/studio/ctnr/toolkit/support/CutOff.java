package studio.ctnr.toolkit.support;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/**
 * What can't be read of a screen as it is laid out: words that end in an ellipsis, and nodes that stick out of what
 * holds them. A cell may shorten what it shows, which is the user's and may be of any length, and so may a label of
 * the style class {@code may-shorten}.
 */
final class CutOff {
    /** Layout rounds to whole pixels. */
    private static final double SLACK = 1.5;

    private final List<String> found = new ArrayList<>();

    private CutOff() {}

    /** One sentence for each; on the FX thread, when the layout is done. */
    static List<String> of(Parent root) {
        CutOff all = new CutOff();
        all.look(root, false);
        return all.found;
    }

    private void look(Node node, boolean mayShorten) {
        if (!node.isVisible()) {
            return;
        }
        boolean may = mayShorten
                || node instanceof IndexedCell<?> && !(node.getParent() instanceof ComboBoxBase<?>)
                || node.getStyleClass().contains("may-shorten");
        if (node instanceof Labeled labeled && !may && isShortened(labeled)) {
            found.add("shortened: \"" + labeled.getText() + "\" " + where(node));
        }
        if (node.getParent() instanceof Pane pane
                && node.isManaged()
                && !may
                && !isTab(node)
                && sticksOut(node, pane)) {
            found.add("sticks out: " + where(node));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, may));
        }
    }

    /** Tabs that have no room are in the menu at the end of their row. */
    private static boolean isTab(Node node) {
        return node.getStyleClass().contains("headers-region")
                || node.getStyleClass().contains("tab");
    }

    private static boolean isShortened(Labeled labeled) {
        String dots = labeled.getEllipsisString();
        return labeled.getText() != null
                && !labeled.getText().isEmpty()
                && !labeled.getText().endsWith(dots)
                && labeled.getChildrenUnmodifiable().stream()
                        .anyMatch(child -> child instanceof Text text
                                && text.isVisible()
                                && text.getText().endsWith(dots));
    }

    private static boolean sticksOut(Node node, Pane pane) {
        Bounds inner = node.localToParent(node.getLayoutBounds());
        boolean wide = inner.getMinX() < -SLACK || inner.getMaxX() > pane.getWidth() + SLACK;
        boolean high = inner.getMinY() < -SLACK || inner.getMaxY() > pane.getHeight() + SLACK;
        // what is scrolled may be larger, where there is a bar to scroll it with
        if (pane.getStyleClass().contains("viewport")) {
            return false;
        }
        if (pane.getParent() instanceof Parent viewport && viewport.getParent() instanceof ScrollPane scroll) {
            return wide && scroll.getHbarPolicy() == ScrollBarPolicy.NEVER
                    || high && scroll.getVbarPolicy() == ScrollBarPolicy.NEVER;
        }
        return (wide || high)
                && !(node instanceof Labeled label && label.getText().isEmpty());
    }

    private static String where(Node node) {
        StringBuilder path = new StringBuilder();
        for (Node each = node; each != null && path.length() < 160; each = each.getParent()) {
            Bounds bounds = each.getLayoutBounds();
            path.append(path.isEmpty() ? "" : " in ")
                    .append(each.getClass().getSimpleName())
                    .append(each.getId() == null ? "" : "#" + each.getId())
                    .append(each.getStyleClass().isEmpty() ? "" : "." + String.join(".", each.getStyleClass()))
                    .append(" %.0f×%.0f".formatted(bounds.getWidth(), bounds.getHeight()));
        }
        return path.toString();
    }
}
