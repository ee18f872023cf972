package studio.ctnr.studio;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import studio.ctnr.studio.settings.Preferences;
import studio.ctnr.studio.settings.Settings.WindowPlace;
import studio.ctnr.studio.shell.StudioWindow;

/** The window on the screen: comes up where it was left, and asks before it closes what is not saved. */
final class StudioStage {
    private final Stage stage;
    private final Preferences preferences;

    StudioStage(Stage stage, Preferences preferences, StudioWindow window) {
        this.stage = stage;
        this.preferences = preferences;
        stage.setTitle("Ctnr Studio");
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(1000, screen.getWidth()));
        stage.setMinHeight(Math.min(700, screen.getHeight()));
        stage.setOnCloseRequest(e -> {
            e.consume();
            window.leave(this::close);
        });
    }

    void show(Scene scene) {
        stage.setScene(scene);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(1280, screen.getWidth()));
        stage.setHeight(Math.min(800, screen.getHeight()));
        preferences.now().window().filter(StudioStage::isOnAScreen).ifPresent(place -> {
            stage.setX(place.x());
            stage.setY(place.y());
            stage.setWidth(place.width());
            stage.setHeight(place.height());
            stage.setMaximized(place.maximized());
        });
        stage.show();
    }

    private void close() {
        preferences.change(now -> now.withWindow(now.window()
                .filter(before -> stage.isMaximized())
                .map(before -> new WindowPlace(before.x(), before.y(), before.width(), before.height(), true))
                .orElseGet(() -> new WindowPlace(
                        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized()))));
        stage.close();
    }

    /** A screen may be gone since the window was on it. */
    private static boolean isOnAScreen(WindowPlace place) {
        Rectangle2D title = new Rectangle2D(place.x(), place.y(), place.width(), 40);
        return Screen.getScreens().stream()
                .anyMatch(screen -> screen.getVisualBounds().intersects(title));
    }
}
