package studio.ctnr.toolkit.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Parent;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.testfx.util.WaitForAsyncUtils;
import studio.ctnr.toolkit.text.Language;
import studio.ctnr.toolkit.theme.Appearance;

/**
 * Draws every screen of a module in both themes and both languages, at 1280×800, to
 * {@code target/screenshots/SCREEN-THEME-LANGUAGE.png}, or to the folder that the system property
 * {@code ctnr.screenshots} names. A module's own test names its screens; {@code ./ctnr screenshots DIR} runs them all.
 */
public abstract class Screenshots extends FxTest {
    /**
     * @param name of the file
     * @param build makes the screen's root, with example data in it; on the FX thread
     * @param ready what is still to be done when it is shown (open a menu, select a row); on the FX thread
     */
    public record Screen(String name, Build build, Ready ready) {
        public Screen(String name, Build build) {
            this(name, build, root -> {});
        }
    }

    @FunctionalInterface
    public interface Build {
        Parent root() throws Exception;
    }

    @FunctionalInterface
    public interface Ready {
        void on(Parent root) throws Exception;
    }

    /** The screens of this module. */
    protected abstract Stream<Screen> screens();

    /** Whether the screens are whole windows; a page alone has the less room that the side bar leaves it. */
    protected boolean hasSideBar() {
        return false;
    }

    @TestFactory
    Stream<DynamicTest> draw() {
        return screens()
                .flatMap(screen -> Stream.of(Appearance.LIGHT, Appearance.DARK)
                        .flatMap(appearance -> Stream.of(Language.values())
                                .map(language -> DynamicTest.dynamicTest(
                                        name(screen, appearance, language),
                                        () -> draw(screen, appearance, language)))));
    }

    /** At 200 % a display of 1920×1080 has room for half as many pixels each way; all words can be read there too. */
    @TestFactory
    Stream<DynamicTest> drawTwiceAsLarge() {
        return screens()
                .flatMap(screen -> Stream.of(Language.values())
                        .map(language -> DynamicTest.dynamicTest(
                                screen.name() + "-200-" + language.tag(), () -> drawTwiceAsLarge(screen, language))));
    }

    private void drawTwiceAsLarge(Screen screen, Language language) {
        double width = hasSideBar() ? 960 : 720;
        double height = hasSideBar() ? 540 : 470;
        draw(screen, Appearance.LIGHT, language, width, height, screen.name() + "-200-" + language.tag());
    }

    private void draw(Screen screen, Appearance appearance, Language language) {
        draw(screen, appearance, language, 1280, 800, name(screen, appearance, language));
    }

    private void draw(
            Screen screen, Appearance appearance, Language language, double width, double height, String name) {
        onFx(() -> {
            theme().appearanceProperty().set(appearance);
            Language.speak(language);
            return null;
        });
        show(
                () -> {
                    try {
                        return screen.build().root();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                },
                width,
                height);
        try {
            onFx(() -> {
                screen.ready().on(stage.getScene().getRoot());
                return null;
            });
            WaitForAsyncUtils.waitForFxEvents();
            Picture picture = onFx(() -> Picture.of(stage.getScene()));
            picture.save(folder().resolve(name + ".png"));
            assertThat(picture.colours()).as("colours in the picture").isGreaterThan(10);
            assertThat(onFx(() -> CutOff.of(stage.getScene().getRoot())))
                    .as("cut off")
                    .isEmpty();
            assertThat(onFx(() -> Actionable.unspoken(stage.getScene().getRoot())))
                    .as("nameless to a screen reader")
                    .isEmpty();
        } finally {
            closeWindow();
        }
    }

    private static String name(Screen screen, Appearance appearance, Language language) {
        return screen.name() + "-" + appearance.name().toLowerCase(Locale.ROOT) + "-" + language.tag();
    }

    private static Path folder() {
        return Path.of(System.getProperty("ctnr.screenshots", "target/screenshots"));
    }
}
