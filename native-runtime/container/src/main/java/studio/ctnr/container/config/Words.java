package studio.ctnr.container.config;

import java.util.Locale;

/** How the constants of the configuration's enumerations are written in config.yml. */
final class Words {
    private Words() {}

    /** Such as {@code vhd-diff} for {@code VHD_DIFF}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant that {@code word} stands for; the schema has checked that there is one. */
    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
