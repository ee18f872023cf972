package studio.ctnr.wizard.support;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import studio.ctnr.engine.sandbox.wine.WineSandbox;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.support.FxTest;
import studio.ctnr.toolkit.window.WindowFrame;

/** A test of the wizard in a real window, on a real Wine machine. */
public abstract class WizardTest extends FxTest {
    /** A capture on a busy machine takes its time, and the first one makes the clean machine. */
    private static final long CAPTURE_SECONDS = 300;

    @TempDir
    protected Path folder;

    protected final Background background = Background.onVirtualThreads();
    protected TestHost host;
    protected WindowFrame frame;
    protected int clicks;

    /** A window, and a program around the wizard, which has none in it yet. */
    protected final Desk window() {
        host = new TestHost(folder, new WineSandbox(), background);
        show(() -> {
            frame = new WindowFrame();
            return frame;
        });
        return new Desk(background, frame.dialogs(), frame.notices());
    }

    /** Presses a button as a person does, and counts it. */
    protected final void press(String id) {
        until("a button " + id, () -> shown(id) instanceof Button button && !button.isDisabled());
        clicks++;
        clickOn(shown(id));
    }

    protected final Node shown(String id) {
        return lookup("#" + id).queryAll().stream()
                .filter(node -> node.getScene() != null && node.isVisible())
                .findFirst()
                .orElse(null);
    }

    /** Waits for what a capture brings. */
    protected static void untilCaptured(String what, java.util.concurrent.Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(CAPTURE_SECONDS, TimeUnit.SECONDS, () -> onFx(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain for: " + what + "; the window says " + said(), e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static List<String> said() {
        return new FxRobot()
                .lookup(node -> node instanceof Labeled && node.isVisible()).queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText)
                        .filter(text -> text != null && !text.isBlank())
                        .toList();
    }
}
