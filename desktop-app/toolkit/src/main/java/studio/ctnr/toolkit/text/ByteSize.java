package studio.ctnr.toolkit.text;

import java.text.NumberFormat;

/** Sizes as people read them: three digits at most and a unit, {@code 19.2 MB} or {@code 19,2 MB}. */
public final class ByteSize {
    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};

    private ByteSize() {}

    /** Units are powers of 1024, as Windows' own file manager has them. */
    public static String shown(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1000 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        NumberFormat format = NumberFormat.getInstance(Language.spoken().locale());
        format.setMaximumFractionDigits(unit > 0 && size < 99.95 ? 1 : 0);
        return format.format(size) + "\u00a0" + UNITS[unit];
    }
}
