package studio.ctnr.wizard.text;

import studio.ctnr.toolkit.text.Language;
import studio.ctnr.toolkit.text.Translations;

/** The wizard's texts. */
public final class Texts {
    private static final Translations TEXTS = Translations.from(Texts.class::getResourceAsStream);

    private Texts() {}

    /** Reads them, so that the first page finds them in memory; off the FX thread. */
    public static void read() {
        for (Language language : Language.values()) {
            TEXTS.patterns(language);
        }
    }

    public static String text(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }

    /** The text of {@code key.one} or {@code key.other}. */
    public static String count(String key, long count, Object... arguments) {
        return TEXTS.count(key, count, arguments);
    }
}
