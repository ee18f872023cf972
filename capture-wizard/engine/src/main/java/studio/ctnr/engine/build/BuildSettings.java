package studio.ctnr.engine.build;

import java.util.Optional;
import studio.ctnr.engine.projection.text.TextChoice;

/**
 * How a project becomes a container; what is empty comes from the capture.
 *
 * @param id the container's id
 * @param name the application's name
 * @param version the application's version
 * @param texts in which text files variables stand for the capture machine's names
 * @param failedToo whether a capture whose installer failed is built all the same
 */
public record BuildSettings(
        Optional<String> id, Optional<String> name, Optional<String> version, TextChoice texts, boolean failedToo) {
    /** Everything as the capture says. */
    public static final BuildSettings DEFAULT =
            new BuildSettings(Optional.empty(), Optional.empty(), Optional.empty(), TextChoice.USUAL, false);
}
