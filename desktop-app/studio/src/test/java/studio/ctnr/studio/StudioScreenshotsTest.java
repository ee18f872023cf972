package studio.ctnr.studio;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import studio.ctnr.studio.bench.FakeBench;
import studio.ctnr.studio.navigation.Place;
import studio.ctnr.studio.settings.Settings;
import studio.ctnr.studio.shell.TestWindow;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.notice.Notice;
import studio.ctnr.toolkit.support.Screenshots;
import studio.ctnr.toolkit.text.Language;
import studio.ctnr.workbench.problem.WorkbenchException;

class StudioScreenshotsTest extends Screenshots {
    private TestWindow shown;

    @Override
    protected Stream<Screen> screens() {
        return Stream.of(
                screen("first-start", new FakeBench(), window -> {}),
                screen("library", FakeBench.full(), window -> {}),
                screen(
                        "library-table",
                        FakeBench.full(),
                        window -> window.window.library().denseProperty().set(true)),
                screen(
                        "library-nothing-found",
                        FakeBench.full(),
                        window -> window.window.library().list().queryProperty().set("zzz")),
                screen("library-unreadable", unreadable(), window -> {}),
                screen("library-notices", FakeBench.full(), this::notices),
                screen("new-container", FakeBench.full(), window -> perform("#library-new")),
                screen("retire", FakeBench.full(), window -> perform("#library-retire")),
                screen("palette", FakeBench.full(), window -> perform("#palette-button")),
                screen("captures", FakeBench.full(), window -> window.window.go(Place.CAPTURES)),
                screen("captures-empty", new FakeBench(), window -> window.window.go(Place.CAPTURES)),
                screen("jobs", FakeBench.full(), window -> window.window.go(Place.JOBS)),
                screen("jobs-empty", new FakeBench(), window -> window.window.go(Place.JOBS)),
                screen("trash", retired(), window -> window.window.go(Place.TRASH)),
                screen("trash-empty", FakeBench.full(), window -> window.window.go(Place.TRASH)),
                screen("settings", FakeBench.full(), window -> window.window.go(Place.SETTINGS)),
                screen("about", FakeBench.full(), window -> perform(".version")));
    }

    @Override
    protected boolean hasSideBar() {
        return true;
    }

    private static FakeBench retired() {
        FakeBench bench = FakeBench.full();
        try {
            bench.retire(bench.containers.get("vlc-3.0.21"));
            bench.retire(bench.containers.get("exiftool"));
        } catch (WorkbenchException e) {
            throw new AssertionError(e);
        }
        return bench;
    }

    private static FakeBench unreadable() {
        FakeBench bench = FakeBench.full();
        bench.fail();
        return bench;
    }

    private void notices(TestWindow window) {
        window.window.desk().notices().tell(Notice.done("7-Zip", () -> {}));
        window.window.desk().notices().tell(Notice.tell("7-Zip 24.09 → 7zip-24.09.ctnr"));
    }

    private void perform(String button) {
        ((ButtonBase) stage.getScene().lookup(button)).fire();
    }

    private Screen screen(String name, FakeBench bench, Consumer<TestWindow> ready) {
        return new Screen(name, () -> root(bench), root -> ready.accept(shown));
    }

    private Parent root(FakeBench bench) {
        Settings settings = Settings.FIRST.withLanguage(Optional.of(Language.spoken()));
        shown = new TestWindow(bench, Background.immediate(), settings);
        return shown.window.root();
    }
}
