package studio.ctnr.studio;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import studio.ctnr.studio.shell.Shell;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.theme.Appearance;
import studio.ctnr.toolkit.theme.Fonts;
import studio.ctnr.toolkit.theme.Theme;

/** The composition root: everything that screens are given is made here. */
public final class StudioApplication extends Application {
    /** For JavaFX, which makes it. */
    public StudioApplication() {}

    @Override
    public void init() {
        Fonts.load();
    }

    @Override
    public void start(Stage stage) {
        Theme theme = new Theme(Appearance.SYSTEM);
        Shell shell = new Shell(Background.onVirtualThreads(), theme);
        Scene scene = new Scene(shell.root(), 1280, 800);
        Theme.dress(scene);
        scene.getStylesheets().add(Shell.sheet());
        shell.actions().listenTo(scene);
        stage.setTitle("Ctnr Studio");
        stage.setMinWidth(1000);
        stage.setMinHeight(700);
        stage.setScene(scene);
        stage.show();
        Platform.runLater(Studio::logStart);
        // the build starts it once to write the cache that makes later starts fast
        if (getParameters().getRaw().contains("--train")) {
            Platform.runLater(Platform::exit);
        }
    }
}
