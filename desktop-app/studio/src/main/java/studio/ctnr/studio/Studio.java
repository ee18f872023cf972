package studio.ctnr.studio;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javafx.application.Application;
import org.slf4j.LoggerFactory;
import studio.ctnr.workbench.WorkbenchPlace;

/** Starts the studio. */
public final class Studio {
    private Studio() {}

    public static void main(String[] arguments) {
        // before the first logger is made
        System.setProperty("ctnr.log.configuration", "logback-file.xml");
        System.setProperty(
                "ctnr.log.folder",
                WorkbenchPlace.ofUser().root().resolve("logs").toString());
        Scale.use(StudioApplication.settingsFile().load().scale());
        Application.launch(StudioApplication.class, arguments);
    }

    /**
     * How long it has been since the start. {@code ./ctnr}, which becomes this process, says when it was done with what
     * is not part of a start, in microseconds since 1970.
     */
    static Duration sinceStart() {
        Instant now = Instant.now();
        return Optional.ofNullable(System.getenv("CTNR_STARTED"))
                .filter(text -> text.matches("\\d{16}"))
                .map(text -> Instant.EPOCH.plus(Long.parseLong(text), ChronoUnit.MICROS))
                .or(() -> ProcessHandle.current().info().startInstant())
                .map(start -> Duration.between(start, now))
                .orElse(Duration.ZERO);
    }

    /** Says how long it took until the user could do something. */
    static void logStart() {
        LoggerFactory.getLogger(Studio.class)
                .info("first usable frame after {} ms", sinceStart().toMillis());
    }
}
