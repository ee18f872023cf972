package studio.ctnr.engine.build;

import java.util.List;
import java.util.Optional;

/**
 * How a project becomes a container; what is empty comes from the capture.
 *
 * @param id the container's id
 * @param name the application's name
 * @param version the application's version
 * @param rewriteTexts globs of container paths: text files in which the capture machine's names become variables
 * @param failedToo whether a capture whose installer failed is built all the same
 */
public record BuildSettings(
        Optional<String> id,
        Optional<String> name,
        Optional<String> version,
        List<String> rewriteTexts,
        boolean failedToo) {
    /** Everything as the capture says. */
    public static final BuildSettings DEFAULT =
            new BuildSettings(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false);

    public BuildSettings {
        rewriteTexts = List.copyOf(rewriteTexts);
    }
}
