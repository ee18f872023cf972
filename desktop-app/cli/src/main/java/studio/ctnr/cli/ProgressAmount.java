package studio.ctnr.cli;

import java.util.Locale;

/** Words for how much is done, how much there is, and how fast it goes. */
final class ProgressAmount {
    /** What a piece of work counts. */
    enum Unit {
        /** Steps, or files: the share says enough. */
        STEPS,
        BYTES
    }

    private static final long SECOND = 1_000_000_000;
    private static final String[] PREFIXES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private final Unit unit;
    private long total;
    private long start;
    private long startDone;

    ProgressAmount(Unit unit) {
        this.unit = unit;
        this.startDone = Long.MAX_VALUE;
    }

    /**
     * Such as {@code " 25% 1.0 of 4.0 MiB, 512 KiB/s "}; the share where the total is known, the rate after a second.
     *
     * @param now in nanoseconds
     */
    String text(long done, long total, long now) {
        if (done < startDone || total != this.total) {
            this.total = total;
            start = now;
            startDone = done;
        }
        String share = total > 0 ? "%3d%% ".formatted(Math.min(100, (long) (100.0 * done / total))) : "";
        boolean counts = unit == Unit.BYTES && (total > 0 || done > 0);
        return !counts ? share : share + amounts(done, total) + rate(done, now) + " ";
    }

    private static String amounts(long done, long total) {
        return total > 0 ? bytes(done) + " of " + bytes(total) : bytes(done);
    }

    private String rate(long done, long now) {
        long elapsed = now - start;
        return elapsed < SECOND ? "" : ", " + bytes((long) ((done - startDone) * (double) SECOND / elapsed)) + "/s";
    }

    /** A number of bytes in the largest unit that leaves something before the point. */
    static String bytes(long bytes) {
        double amount = bytes;
        int prefix = 0;
        while (amount >= 1024 && prefix < PREFIXES.length - 1) {
            amount /= 1024;
            prefix++;
        }
        return String.format(
                Locale.ROOT, prefix == 0 || amount >= 100 ? "%.0f %s" : "%.1f %s", amount, PREFIXES[prefix]);
    }
}
