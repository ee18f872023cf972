package studio.ctnr.cli;

import java.util.Locale;

/** A number of bytes as people read it. */
final class ByteSize {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    private ByteSize() {}

    /** Three digits or so and a decimal unit, such as {@code 1.4 MB}. */
    static String text(long bytes) {
        double rest = bytes;
        int unit = 0;
        while (rest >= 999.5 && unit < UNITS.length - 1) {
            rest /= 1000;
            unit++;
        }
        boolean fraction = unit > 0 && rest < 99.95;
        return String.format(Locale.ROOT, fraction ? "%.1f %s" : "%.0f %s", rest, UNITS[unit]);
    }
}
