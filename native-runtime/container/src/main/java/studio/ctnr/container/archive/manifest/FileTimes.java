package studio.ctnr.container.archive.manifest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The times that NTFS can have: multiples of 100 ns from 1601 on. In the manifest they are
 * {@code 2024-02-29T12:34:56Z}, with seven digits after the second where there is a fraction: one form only, so that
 * one manifest has one text. The JDK's general parser would take a third of the time of reading a manifest.
 */
public final class FileTimes {
    private static final Instant FIRST = Instant.parse("1601-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.9999999Z");
    private static final String WHOLE = "0000-00-00T00:00:00Z";
    private static final String FRACTION = "0000-00-00T00:00:00.0000000Z";
    private static final int TICK = 100;

    private FileTimes() {}

    /** The latest such time that is not after {@code time}; the first or last for what lies beyond. */
    public static Instant normal(Instant time) {
        if (time.isBefore(FIRST)) {
            return FIRST;
        }
        if (time.isAfter(LAST)) {
            return LAST;
        }
        return time.minusNanos(time.getNano() % TICK);
    }

    static String text(Instant time) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
        int ticks = time.getNano() / TICK;
        char[] text = (ticks == 0 ? WHOLE : FRACTION).toCharArray();
        put(text, 0, 4, utc.getYear());
        put(text, 5, 2, utc.getMonthValue());
        put(text, 8, 2, utc.getDayOfMonth());
        put(text, 11, 2, utc.getHour());
        put(text, 14, 2, utc.getMinute());
        put(text, 17, 2, utc.getSecond());
        if (ticks != 0) {
            put(text, 20, 7, ticks);
        }
        return new String(text);
    }

    /** @throws DateTimeException when it is not what {@link #text} writes for any time that NTFS has */
    static Instant parse(String text) {
        boolean whole = text.length() == WHOLE.length();
        String form = whole ? WHOLE : FRACTION;
        for (int i = 0; i < form.length(); i++) {
            char wanted = form.charAt(i);
            char found = i < text.length() ? text.charAt(i) : 0;
            if (wanted == '0' ? found < '0' || found > '9' : found != wanted) {
                throw new DateTimeException(text);
            }
        }
        int ticks = whole ? 0 : get(text, 20, 7);
        Instant time = LocalDateTime.of(
                        get(text, 0, 4),
                        get(text, 5, 2),
                        get(text, 8, 2),
                        get(text, 11, 2),
                        get(text, 14, 2),
                        get(text, 17, 2),
                        ticks * TICK)
                .toInstant(ZoneOffset.UTC);
        if (text.length() != form.length()
                || !whole && ticks == 0
                || !normal(time).equals(time)) {
            throw new DateTimeException(text);
        }
        return time;
    }

    private static void put(char[] text, int at, int digits, int number) {
        int rest = number;
        for (int i = at + digits - 1; i >= at; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static int get(String text, int at, int digits) {
        return Integer.parseInt(text, at, at + digits, 10);
    }
}
