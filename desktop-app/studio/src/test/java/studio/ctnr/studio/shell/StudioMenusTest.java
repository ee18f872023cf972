package studio.ctnr.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.ctnr.studio.bench.FakeBench;
import studio.ctnr.studio.navigation.Place;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.support.FxTest;
import studio.ctnr.toolkit.text.Language;

/** The menu bar of the real window. */
class StudioMenusTest extends FxTest {
    private TestWindow shown;
    private MenuBar bar;

    @BeforeEach
    void open() {
        show(() -> {
            shown = new TestWindow(FakeBench.full(), Background.immediate());
            return shown.window.root();
        });
        onFx(() -> {
            shown.window.listenTo(stage.getScene());
            return null;
        });
        bar = lookup("#menu-bar").query();
    }

    private List<String> items(String menu) {
        return bar.getMenus().stream()
                .filter(each -> each.getId().equals("menu-" + menu))
                .flatMap(each -> each.getItems().stream())
                .map(MenuItem::getId)
                .filter(Objects::nonNull)
                .toList();
    }

    private void go(Place place) {
        onFx(() -> {
            shown.window.go(place);
            return null;
        });
    }

    @Test
    void everyMenuHasAMnemonicOfItsOwn() {
        assertThat(bar.getMenus().stream().map(Menu::getText).map(text -> text.charAt(text.indexOf('_') + 1)))
                .doesNotHaveDuplicates()
                .hasSize(5);
    }

    @Test
    void theLibraryIsInTheMenusWithItsKeys() {
        assertThat(items("file")).startsWith("library.capture", "library.import", "library.new");
        assertThat(items("container")).contains("library.run", "library.snapshot", "library.retire");
        assertThat(items("view")).contains("shell.palette", "shell.go-trash", "shell.menu-bar");
        assertThat(bar.getMenus().stream()
                        .flatMap(menu -> menu.getItems().stream())
                        .filter(item -> item.getId() != null && item.getId().startsWith("library."))
                        .map(MenuItem::getAccelerator))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void whatAPageCanNotDoIsNotThere() {
        go(Place.JOBS);

        assertThat(items("container")).isEmpty();
        assertThat(items("file")).startsWith("library.capture", "library.import", "library.new");
    }

    @Test
    void itIsReachedAndLeftByKeyboard() {
        press(KeyCode.ALT, KeyCode.V).release(KeyCode.V, KeyCode.ALT);
        until("the view menu is open", () -> bar.getMenus().get(3).isShowing());

        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);

        until("it is closed", () -> !bar.getMenus().get(3).isShowing());
    }

    @Test
    void itIsHiddenAndShownAgain() {
        press(KeyCode.CONTROL, KeyCode.M).release(KeyCode.M, KeyCode.CONTROL);
        until("it is hidden", () -> !bar.isVisible());
        assertThat(shown.preferences.now().menuBar()).isFalse();
        assertThat(bar.isManaged()).isFalse();

        press(KeyCode.CONTROL, KeyCode.M).release(KeyCode.M, KeyCode.CONTROL);

        until("it is shown", bar::isVisible);
    }

    @Test
    void theKeysOfThePageAreListed() {
        press(KeyCode.F1).release(KeyCode.F1);

        until("they are there", () -> lookup(".modal-box").tryQuery().isPresent());
        assertThat(lookup("Ctrl+Shift+N").tryQuery()).isPresent();
    }

    @Test
    void whatWasSeenInAnotherLanguageIsLetGoOf() {
        for (Place place : Place.values()) {
            go(place);
        }
        onFx(() -> {
            shown.window.library().denseProperty().set(true);
            return null;
        });
        WeakReference<MenuBar> before = new WeakReference<>(bar);
        bar = null;

        onFx(() -> {
            shown.preferences.change(now -> now.withLanguage(Optional.of(Language.SPANISH)));
            return null;
        });

        until("the old menu bar is gone", () -> {
            System.gc();
            return before.get() == null;
        });
    }
}
