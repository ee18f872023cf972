package studio.ctnr.studio;

import java.util.stream.Stream;
import javafx.scene.Parent;
import studio.ctnr.studio.shell.Shell;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.support.Screenshots;

class StudioScreenshotsTest extends Screenshots {
    @Override
    protected Stream<Screen> screens() {
        return Stream.of(new Screen("shell", StudioScreenshotsTest::shell));
    }

    private static Parent shell() {
        Parent root = new Shell(Background.immediate(), theme()).root();
        root.getStylesheets().add(Shell.sheet());
        return root;
    }
}
