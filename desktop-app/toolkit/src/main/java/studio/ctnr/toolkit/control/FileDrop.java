package studio.ctnr.toolkit.control;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Lets files be dropped on a node, which shows that they can be while they hover over it. */
public final class FileDrop {
    private static final PseudoClass HOVERED = PseudoClass.getPseudoClass("drop-target");

    private FileDrop() {}

    public static void on(Node node, Consumer<List<Path>> drop) {
        node.addEventHandler(DragEvent.DRAG_OVER, e -> {
            // a container that is dragged out of this window is not dropped on it again
            if (e.getDragboard().hasFiles() && e.getGestureSource() == null) {
                e.acceptTransferModes(TransferMode.COPY);
                node.pseudoClassStateChanged(HOVERED, true);
                e.consume();
            }
        });
        node.addEventHandler(DragEvent.DRAG_EXITED, e -> node.pseudoClassStateChanged(HOVERED, false));
        node.addEventHandler(DragEvent.DRAG_DROPPED, e -> {
            if (e.getDragboard().hasFiles()) {
                drop.accept(
                        e.getDragboard().getFiles().stream().map(File::toPath).toList());
                e.setDropCompleted(true);
                e.consume();
            }
        });
    }
}
