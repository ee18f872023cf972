package studio.ctnr.toolkit.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.testfx.util.WaitForAsyncUtils;

/** Goes through a screen with the tab key alone, until it is back where it was: everything that can be acted on is met. */
public final class KeyboardWalk {
    private final FxTest test;
    private final Scene scene;
    private final Set<Node> met = new LinkedHashSet<>();

    private KeyboardWalk(FxTest test, Scene scene) {
        this.test = test;
        this.scene = scene;
    }

    public static void through(FxTest test, Scene scene) {
        new KeyboardWalk(test, scene).go();
    }

    private void go() {
        List<Node> wanted = FxTest.onFx(() -> Actionable.in(scene.getRoot()));
        Node owner = next();
        while (met.add(owner)) {
            owner = next();
        }
        assertThat(wanted).isNotEmpty();
        assertThat(wanted.stream().filter(node -> !isReached(node)))
                .as("not reached by keyboard")
                .isEmpty();
    }

    private Node next() {
        test.press(KeyCode.TAB).release(KeyCode.TAB);
        WaitForAsyncUtils.waitForFxEvents();
        return FxTest.onFx(scene::getFocusOwner);
    }

    /** Of toggles that exclude one another one is enough: arrows lead on. */
    private boolean isReached(Node node) {
        return met.contains(node)
                || node instanceof ToggleButton toggle
                        && toggle.getToggleGroup() != null
                        && toggle.getToggleGroup().getToggles().stream().anyMatch(met::contains);
    }
}
