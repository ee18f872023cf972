package studio.ctnr.engine.smoke;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a smoke test found.
 *
 * @param leaks what the application left on the host; none in a container that holds
 * @param failures what the script wanted and did not get, a sentence each
 * @param exitCode of the application that was started last; empty when it had to be ended
 * @param windows the titles of the windows that it showed
 * @param output what it wrote to its standard streams
 * @param elapsed of all of it
 */
public record SmokeResult(
        List<Leak> leaks,
        List<String> failures,
        OptionalLong exitCode,
        List<String> windows,
        String output,
        Duration elapsed) {
    public SmokeResult {
        leaks = List.copyOf(leaks);
        failures = List.copyOf(failures);
        windows = List.copyOf(windows);
    }

    /** Whether nothing was left and everything was as the script wants it. */
    public boolean passed() {
        return leaks.isEmpty() && failures.isEmpty();
    }

    /** What failed, or leaked, first; empty when it passed. */
    public Optional<String> reason() {
        if (!failures.isEmpty()) {
            return Optional.of(failures.getFirst());
        }
        return leaks.isEmpty()
                ? Optional.empty()
                : Optional.of("The application left %d traces on the host, the first at %s"
                        .formatted(leaks.size(), leaks.getFirst().place()));
    }
}
