package studio.ctnr.toolkit.theme;

import java.net.URL;
import java.util.List;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program's own fonts, so that it looks the same on every host: Inter for text, JetBrains Mono for paths, values
 * and code. A font that can't be loaded is a line in the log; the system's takes its place.
 */
public final class Fonts {
    private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);
    private static final List<String> FILES = List.of(
            "Inter-Regular.ttf",
            "Inter-Medium.ttf",
            "Inter-SemiBold.ttf",
            "Inter-Bold.ttf",
            "JetBrainsMono-Regular.ttf",
            "JetBrainsMono-Bold.ttf");

    private Fonts() {}

    /** Makes them known to JavaFX; once, before the first scene. Reads files, so not on the FX thread. */
    public static void load() {
        for (String file : FILES) {
            URL font = Fonts.class.getResource("fonts/" + file);
            if (font == null || Font.loadFont(font.toExternalForm(), 14) == null) {
                LOG.warn("the font {} can't be loaded", file);
            }
        }
    }
}
