package studio.ctnr.engine.project;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Times as {@link Instant#toString} writes them; there are many, and {@link Instant#parse} alone would cost the most. */
final class TimeText {
    private static final String SHAPE = "0000-00-00T00:00:00.";
    private static final int SECONDS_END = SHAPE.length() - 1;
    private static final int NANO_DIGITS = 9;
    private static final long SECONDS_PER_DAY = 86_400;

    private TimeText() {}

    /** @throws IllegalArgumentException when it is no time */
    static Instant read(String text) {
        try {
            return plain(text) ? fields(text) : Instant.parse(text);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(text + " is no time, such as 2026-01-31T12:00:00Z", wrong);
        }
    }

    /** Whether it has four digits for the year and ends in Z, as all but strange ones. */
    private static boolean plain(String text) {
        int end = text.length() - 1;
        boolean whole = end == SECONDS_END;
        boolean fraction = end > SECONDS_END + 1 && end <= SECONDS_END + 1 + NANO_DIGITS;
        if (!whole && !fraction || text.charAt(end) != 'Z') {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char expected = i > SECONDS_END ? '0' : SHAPE.charAt(i);
            char c = text.charAt(i);
            if (expected == '0' ? c < '0' || c > '9' : c != expected) {
                return false;
            }
        }
        return true;
    }

    private static Instant fields(String text) {
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text);
        }
        LocalDate date = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
        int nanos = 0;
        for (int i = SECONDS_END + 1; i <= SECONDS_END + NANO_DIGITS; i++) {
            nanos = nanos * 10 + (i < text.length() - 1 ? text.charAt(i) - '0' : 0);
        }
        return Instant.ofEpochSecond(date.toEpochDay() * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second, nanos);
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
