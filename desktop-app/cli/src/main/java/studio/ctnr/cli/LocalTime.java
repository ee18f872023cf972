package studio.ctnr.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A time as people read it, by the clock on their wall. */
final class LocalTime {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private LocalTime() {}

    static String text(Instant time) {
        return FORM.format(time.atZone(ZoneId.systemDefault()));
    }
}
