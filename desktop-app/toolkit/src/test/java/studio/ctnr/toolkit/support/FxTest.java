package studio.ctnr.toolkit.support;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import studio.ctnr.toolkit.text.Language;
import studio.ctnr.toolkit.theme.Appearance;
import studio.ctnr.toolkit.theme.Fonts;
import studio.ctnr.toolkit.theme.Theme;
import studio.ctnr.toolkit.watch.FxThreadWatcher;

/**
 * A test that shows a real window, on a virtual display where there is no other. Its {@link FxRobot} methods click
 * and type; {@link #show} puts a screen up, {@link #until} waits for what comes by itself.
 */
public abstract class FxTest extends FxRobot {
    /** How long a test waits for something before it fails. */
    private static final long PATIENCE_SECONDS = 20;

    private static Theme theme;

    protected Stage stage;

    @BeforeAll
    static void startJavaFx() throws InterruptedException {
        if (theme != null) {
            return;
        }
        VirtualDisplay.ensure();
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        Fonts.load();
        theme = onFx(() -> new Theme(Appearance.LIGHT));
    }

    @AfterEach
    void closeWindow() {
        onFx(() -> {
            if (stage != null) {
                stage.close();
            }
            theme.appearanceProperty().set(Appearance.LIGHT);
            Language.speak(Language.ENGLISH);
            return null;
        });
    }

    protected static Theme theme() {
        return theme;
    }

    /** Shows a screen at the size of a comfortable window. */
    protected final void show(Supplier<? extends Parent> screen) {
        show(screen, 1280, 800);
    }

    protected final void show(Supplier<? extends Parent> screen, double width, double height) {
        onFx(() -> {
            Scene scene = new Scene(screen.get(), width, height);
            Theme.dress(scene);
            FxThreadWatcher.watch(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            stage.requestFocus();
            return null;
        });
        untilKeysArrive();
    }

    /** Without a window manager a window says that it has the focus before the display gives it the keys. */
    private void untilKeysArrive() {
        AtomicBoolean arrived = new AtomicBoolean();
        EventHandler<KeyEvent> hear = e -> arrived.set(true);
        stage.addEventFilter(KeyEvent.KEY_PRESSED, hear);
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> {
                press(KeyCode.SHIFT).release(KeyCode.SHIFT);
                WaitForAsyncUtils.waitForFxEvents();
                return arrived.get();
            });
        } catch (TimeoutException e) {
            throw new AssertionError("keys do not reach the window", e);
        } finally {
            stage.removeEventFilter(KeyEvent.KEY_PRESSED, hear);
        }
    }

    /** Does something on the FX thread and waits for it. */
    protected static <T> T onFx(Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("the FX thread does not answer", e);
        }
    }

    /** Waits until something holds; it is asked on the FX thread after each of its rounds. */
    protected static void until(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onFx(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain for: " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
