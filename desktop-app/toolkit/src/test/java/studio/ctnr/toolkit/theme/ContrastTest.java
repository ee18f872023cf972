package studio.ctnr.toolkit.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.ctnr.toolkit.support.FxTest;

/** Text can be read: its contrast is at least 4.5 : 1, as WCAG 2.2 asks of level AA (1.4.3). */
class ContrastTest extends FxTest {
    private static final double READABLE = 4.5;

    /** What text is written in: plain, quiet, and in the four tones. */
    private static final List<String> INKS = List.of(
            "-color-fg-default",
            "-color-fg-muted",
            "-color-accent-fg",
            "-color-success-fg",
            "-color-warning-fg",
            "-color-danger-fg");

    /** Pages, the side bar and the inspector, notices; rows and cards that are chosen, or hovered over. */
    private static final List<String> PAPERS = List.of(
            "-color-bg-default",
            "-color-bg-subtle",
            "-color-bg-overlay",
            "-color-accent-subtle",
            "-color-neutral-subtle");

    /** A chosen toggle, and message bars of each tone. */
    private static final List<String> TINTS =
            List.of("-color-neutral-muted", "-color-success-subtle", "-color-warning-subtle", "-color-danger-subtle");

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void textStandsOutFromWhatItIsWrittenOn(Appearance appearance) {
        Map<String, Double> contrasts = new LinkedHashMap<>();
        onFx(() -> {
            theme().appearanceProperty().set(appearance);
            for (String paper : PAPERS) {
                INKS.forEach(ink -> contrasts.put(ink + " on " + paper, contrast(ink, paper)));
            }
            for (String tint : TINTS) {
                contrasts.put("a sentence on " + tint, contrast("-color-fg-default", tint));
            }
            for (String button : new String[] {"-color-accent-emphasis", "-color-danger-emphasis"}) {
                contrasts.put("its words on " + button, contrast("-color-fg-emphasis", button));
            }
            return null;
        });

        assertThat(contrasts)
                .allSatisfy((pair, contrast) -> assertThat(contrast).as(pair).isGreaterThanOrEqualTo(READABLE));
    }

    private static double contrast(String ink, String paper) {
        Color page = colour("-color-bg-default", Color.WHITE);
        Color below = colour(paper, page);
        return ratio(colour(ink, below), below);
    }

    /** What a variable looks like in the theme, over a colour below it where it lets that through. */
    private static Color colour(String variable, Color below) {
        Region region = new Region();
        region.setStyle("-fx-background-color: " + variable + ";");
        Scene scene = new Scene(new StackPane(region, new Label("x")));
        Theme.dress(scene);
        scene.getRoot().applyCss();
        Color colour = (Color) region.getBackground().getFills().getFirst().getFill();
        return below.interpolate(
                colour.deriveColor(0, 1, 1, 1 / Math.max(colour.getOpacity(), 0.001)), colour.getOpacity());
    }

    private static double ratio(Color a, Color b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
