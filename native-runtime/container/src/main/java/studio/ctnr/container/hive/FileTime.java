package studio.ctnr.container.hive;

import java.time.Duration;
import java.time.Instant;

/**
 * Windows' FILETIME: an unsigned count of 100 ns since 1601-01-01 UTC.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/minwinbase/ns-minwinbase-filetime">FILETIME</a>
 */
final class FileTime {
    private static final Instant ORIGIN = Instant.parse("1601-01-01T00:00:00Z");
    private static final long TICKS = 10_000_000L;

    private FileTime() {}

    static Instant toInstant(long ticks) {
        return ORIGIN.plusSeconds(Long.divideUnsigned(ticks, TICKS))
                .plusNanos(Long.remainderUnsigned(ticks, TICKS) * 100);
    }

    /** @throws IllegalArgumentException when FILETIME can't hold {@code time} */
    static long of(Instant time) {
        Duration since = Duration.between(ORIGIN, time);
        if (since.isNegative() || since.getSeconds() > Long.divideUnsigned(-1L, TICKS) - 1) {
            throw new IllegalArgumentException("A Windows file time can't hold " + time);
        }
        return since.getSeconds() * TICKS + since.getNano() / 100;
    }
}
