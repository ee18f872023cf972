package studio.ctnr.toolkit.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Moments as people speak of them: "2 min ago", "yesterday", "3 Nov", "3 Nov 2025". */
public final class RecentTime {
    private RecentTime() {}

    public static String shown(Instant time) {
        return shown(time, ZonedDateTime.now());
    }

    static String shown(Instant time, ZonedDateTime now) {
        Duration ago = Duration.between(time, now.toInstant());
        LocalDate day = time.atZone(now.getZone()).toLocalDate();
        LocalDate today = now.toLocalDate();
        if (ago.compareTo(Duration.ofMinutes(1)) < 0) {
            return ToolkitTexts.text("time.now");
        }
        if (ago.compareTo(Duration.ofHours(1)) < 0) {
            return ToolkitTexts.text("time.minutes", ago.toMinutes());
        }
        if (day.equals(today)) {
            return ToolkitTexts.count("time.hours", ago.toHours());
        }
        if (day.equals(today.minusDays(1))) {
            return ToolkitTexts.text("time.yesterday");
        }
        String pattern = day.getYear() == today.getYear() ? "d MMM" : "d MMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, Language.spoken().locale()).format(day);
    }

    /** For the lines of a history: the hour of today, the day and the hour of other days. */
    public static String stamp(Instant time) {
        ZonedDateTime local = time.atZone(ZoneId.systemDefault());
        boolean today = local.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault()));
        String pattern = today ? "HH:mm" : "d MMM HH:mm";
        return DateTimeFormatter.ofPattern(pattern, Language.spoken().locale()).format(local);
    }

    /** Day and hour in full. */
    public static String exact(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Language.spoken().locale())
                .withZone(ZoneId.systemDefault())
                .format(time);
    }
}
