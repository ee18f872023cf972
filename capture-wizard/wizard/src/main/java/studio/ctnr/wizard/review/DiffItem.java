package studio.ctnr.wizard.review;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;
import studio.ctnr.wizard.diff.Shown;

/** A row that makes its children when it is opened. */
final class DiffItem extends TreeItem<Integer> {
    private final Shown shown;
    private boolean made;

    /** @param node of the tree; -1 for the row above the roots, which is never seen */
    DiffItem(Shown shown, int node) {
        super(node);
        this.shown = shown;
    }

    @Override
    public ObservableList<TreeItem<Integer>> getChildren() {
        if (!made) {
            made = true;
            List<Integer> nodes = getValue() < 0 ? shown.roots() : shown.children(getValue());
            super.getChildren()
                    .setAll(nodes.stream()
                            .map(node -> (TreeItem<Integer>) new DiffItem(shown, node))
                            .toList());
        }
        return super.getChildren();
    }

    @Override
    public boolean isLeaf() {
        return getValue() >= 0 && !shown.hasChildren(getValue());
    }
}
