package studio.ctnr.toolkit.watch;

import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/**
 * Throws where the scene graph is changed off the FX thread. JavaFX itself does so for a scene that is shown, but not
 * for children, visibility and style of nodes in many places; what then breaks, breaks later and elsewhere. For
 * development and tests: it listens to every node.
 */
public final class FxThreadWatcher {
    private static final String MARK = FxThreadWatcher.class.getName();

    private FxThreadWatcher() {}

    /** Watches all that is in a scene now or comes into it. */
    public static void watch(Scene scene) {
        scene.rootProperty().addListener((o, was, is) -> watch(is));
        watch(scene.getRoot());
    }

    static void watch(Node node) {
        if (node.getProperties().putIfAbsent(MARK, true) != null) {
            return;
        }
        node.visibleProperty().addListener((o, was, is) -> check(node));
        node.managedProperty().addListener((o, was, is) -> check(node));
        node.disableProperty().addListener((o, was, is) -> check(node));
        node.getStyleClass().addListener((ListChangeListener<String>) change -> check(node));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().addListener((ListChangeListener<Node>) change -> {
                check(node);
                while (change.next()) {
                    change.getAddedSubList().forEach(FxThreadWatcher::watch);
                }
            });
            parent.getChildrenUnmodifiable().forEach(FxThreadWatcher::watch);
        }
    }

    private static void check(Node node) {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException(
                    node + " is changed on the thread " + Thread.currentThread().getName());
        }
    }
}
