package studio.ctnr.wizard.install;

import java.io.IOException;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import studio.ctnr.engine.sandbox.LiveScreen;
import studio.ctnr.engine.sandbox.LiveScreen.Input;
import studio.ctnr.wizard.text.Texts;

/** The screen of a machine inside the studio: shown as it is now, and used with this window's mouse and keyboard. */
final class LiveScreenView extends Region {
    private final LiveScreen screen;
    private final IntBuffer pixels;
    private final PixelBuffer<IntBuffer> buffer;
    private final ImageView picture;
    private final AtomicBoolean reading = new AtomicBoolean();
    private final int[] next;

    LiveScreenView(LiveScreen screen) {
        this.screen = screen;
        next = new int[screen.width() * screen.height()];
        pixels = IntBuffer.allocate(next.length);
        buffer = new PixelBuffer<>(screen.width(), screen.height(), pixels, PixelFormat.getIntArgbPreInstance());
        picture = new ImageView(new WritableImage(buffer));
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        getChildren().add(picture);
        getStyleClass().add("live-screen");
        setId("live-screen");
        setAccessibleText(Texts.text("install.screen"));
        if (screen.usable()) {
            setFocusTraversable(true);
            setOnMousePressed(this::pressed);
            setOnMouseReleased(e -> use(e, new Input.Release(button(e))));
            setOnMouseMoved(e -> use(e));
            setOnMouseDragged(e -> use(e));
            setOnScroll(this::scrolled);
            setOnKeyPressed(this::key);
            setOnKeyTyped(this::typed);
        }
    }

    /** Reads the screen's picture in the background; one that is still being read is waited for. */
    void refresh() {
        if (reading.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::read);
        }
    }

    private void read() {
        try {
            screen.read(next);
            Platform.runLater(() -> {
                show();
                reading.set(false);
            });
        } catch (IOException gone) {
            reading.set(false);
        }
    }

    private void show() {
        if (IntBuffer.wrap(next).mismatch(pixels.duplicate().clear()) < 0) {
            return;
        }
        pixels.clear().put(next).clear();
        buffer.updateBuffer(all -> new Rectangle2D(0, 0, screen.width(), screen.height()));
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        use(event, new Input.Press(button(event)));
    }

    private void scrolled(ScrollEvent event) {
        int button = event.getDeltaY() > 0 ? 4 : 5;
        screen.use(List.of(new Input.Press(button), new Input.Release(button)));
        event.consume();
    }

    private void use(MouseEvent event, Input... then) {
        double scale = screen.width() / picture.getBoundsInParent().getWidth();
        int x = (int) Math.clamp((event.getX() - picture.getLayoutX()) * scale, 0, screen.width() - 1.0);
        int y = (int) Math.clamp((event.getY() - picture.getLayoutY()) * scale, 0, screen.height() - 1.0);
        screen.use(List.of(new Input.Move(x, y)));
        screen.use(List.of(then));
        event.consume();
    }

    private static int button(MouseEvent event) {
        return switch (event.getButton()) {
            case MIDDLE -> 2;
            case SECONDARY -> 3;
            default -> 1;
        };
    }

    private void key(KeyEvent event) {
        Optional<String> keysym = Keysyms.ofPressed(event);
        keysym.ifPresent(name -> screen.use(List.of(new Input.Key(name))));
        if (keysym.isPresent()) {
            event.consume();
        }
    }

    private void typed(KeyEvent event) {
        Keysyms.ofTyped(event).ifPresent(name -> screen.use(List.of(new Input.Key(name))));
        event.consume();
    }

    @Override
    protected double computePrefHeight(double width) {
        return width * screen.height() / screen.width();
    }

    @Override
    protected void layoutChildren() {
        double scale = Math.min(getWidth() / screen.width(), getHeight() / screen.height());
        picture.setFitWidth(screen.width() * scale);
        picture.setFitHeight(screen.height() * scale);
        picture.setLayoutX((getWidth() - screen.width() * scale) / 2);
        picture.setLayoutY(0);
    }
}
