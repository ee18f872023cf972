package studio.ctnr.studio;

import java.time.Duration;
import java.time.Instant;
import javafx.application.Application;
import org.slf4j.LoggerFactory;

/** Starts the studio. */
public final class Studio {
    private Studio() {}

    public static void main(String[] arguments) {
        Application.launch(StudioApplication.class, arguments);
    }

    /** How long the process has been running. */
    static Duration sinceStart() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()))
                .orElse(Duration.ZERO);
    }

    /** Says how long it took until the user could do something. */
    static void logStart() {
        LoggerFactory.getLogger(Studio.class)
                .info("first usable frame after {} ms", sinceStart().toMillis());
    }
}
