package studio.ctnr.toolkit.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/**
 * How the program looks: AtlantaFX's Primer as the user agent stylesheet, light or dark, and the toolkit's own sheet
 * on every scene, which takes all its colours from Primer's {@code -color-*} variables. So a change of theme is a
 * change of one stylesheet.
 */
public final class Theme {
    private final ObjectProperty<Appearance> appearance = new SimpleObjectProperty<>(Appearance.SYSTEM);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    /** Starts to follow the appearance that is asked for; on the FX thread. */
    public Theme(Appearance first) {
        appearance.set(first);
        appearance.addListener((o, was, is) -> follow());
        Platform.getPreferences().colorSchemeProperty().addListener((o, was, is) -> follow());
        follow();
    }

    /** What the user asked for. */
    public ObjectProperty<Appearance> appearanceProperty() {
        return appearance;
    }

    /** Whether it is dark now, for what can't be said in a stylesheet. */
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** Gives a scene the toolkit's stylesheet; a screen's own sheets come behind it. */
    public static void dress(Scene scene) {
        scene.getStylesheets().add(sheet());
    }

    /** Where the toolkit's stylesheet lies. */
    public static String sheet() {
        return Objects.requireNonNull(Theme.class.getResource("toolkit.css")).toExternalForm();
    }

    private void follow() {
        dark.set(
                switch (appearance.get()) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                });
        var primer = dark.get() ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(primer.getUserAgentStylesheet());
    }
}
