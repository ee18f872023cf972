package studio.ctnr.studio.editor.files;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/** A file in the tree; what a folder holds is made when somebody asks for it. */
final class FileItem extends TreeItem<FileNode> {
    private static final Comparator<FileNode> ORDER = Comparator.comparing(FileNode::isFolder)
            .reversed()
            .thenComparing(FileNode::name, String.CASE_INSENSITIVE_ORDER);

    private boolean built;

    FileItem(FileNode node) {
        super(node);
    }

    @Override
    public boolean isLeaf() {
        return getValue().children().isEmpty();
    }

    @Override
    public ObservableList<TreeItem<FileNode>> getChildren() {
        if (!built) {
            built = true;
            super.getChildren().setAll(items(Map.of()));
        }
        return super.getChildren();
    }

    /** Brings what the folder of this path holds up to date, when it was made already. */
    void refresh(String path) {
        if (!built) {
            return;
        }
        if (getValue().path().equals(path)) {
            Map<FileNode, TreeItem<FileNode>> known = new HashMap<>();
            super.getChildren().forEach(child -> known.put(child.getValue(), child));
            super.getChildren().setAll(items(known));
        } else {
            super.getChildren().stream()
                    .map(FileItem.class::cast)
                    .filter(child -> (path + "/").startsWith(child.getValue().path() + "/"))
                    .forEach(child -> child.refresh(path));
        }
    }

    private List<TreeItem<FileNode>> items(Map<FileNode, TreeItem<FileNode>> known) {
        return getValue().children().stream()
                .sorted(ORDER)
                .map(node -> known.getOrDefault(node, new FileItem(node)))
                .toList();
    }
}
