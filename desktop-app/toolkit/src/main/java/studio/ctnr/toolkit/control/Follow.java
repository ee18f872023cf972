package studio.ctnr.toolkit.control;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;

/** Lets nodes listen to what outlives them, such as a model of the whole window, without being kept by it. */
public final class Follow {
    private Follow() {}

    /**
     * Whenever one of the sources changes, for as long as something else keeps the node.
     *
     * @param act reads the sources anew, or isn't called again
     */
    public static void with(Node node, Runnable act, Observable... sources) {
        InvalidationListener listener = o -> act.run();
        node.getProperties().put(listener, Follow.class);
        for (Observable source : sources) {
            source.addListener(new WeakInvalidationListener(listener));
        }
    }
}
