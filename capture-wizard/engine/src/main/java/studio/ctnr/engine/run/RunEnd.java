package studio.ctnr.engine.run;

import java.time.Duration;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param exitCode the application's, as Windows counts it: 0 to 4294967295; the launcher's own when it failed
 * @param elapsed from the launcher's start to its end
 * @param failure why the launcher could not start the application, a sentence; empty when it could
 */
public record RunEnd(long exitCode, Duration elapsed, Optional<String> failure) {
    /** Whether the application ran at all. */
    public boolean ran() {
        return failure.isEmpty();
    }
}
