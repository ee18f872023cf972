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

    @TestFactory
    Stream<DynamicTest> draw() {
        return screens()
                .flatMap(screen -> Stream.of(Appearance.LIGHT, Appearance.DARK)
                        .flatMap(appearance -> Stream.of(Language.values())
                                .map(language -> DynamicTest.dynamicTest(
                                        name(screen, appearance, language),
                                        () -> draw(screen, appearance, language)))));
    }

    private void draw(Screen screen, Appearance appearance, Language language) {
        onFx(() -> {
            theme().appearanceProperty().set(appearance);
            Language.speak(language);
            return null;
        });
        show(() -> {
            try {
                return screen.build().root();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        try {
            onFx(() -> {
                screen.ready().on(stage.getScene().getRoot());
                return null;
            });
            WaitForAsyncUtils.waitForFxEvents();
            Picture picture = onFx(() -> Picture.of(stage.getScene()));
            picture.save(folder().resolve(name(screen, appearance, language) + ".png"));
            assertThat(picture.colours()).as("colours in the picture").isGreaterThan(10);
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
