package studio.ctnr.studio.text;

import java.util.Properties;
import studio.ctnr.toolkit.text.Language;
import studio.ctnr.toolkit.text.Translations;

/** The studio's texts. */
public final class Texts {
    private static final Translations TEXTS = Translations.from(Texts.class::getResourceAsStream);

    private Texts() {}

    public static String text(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }

    /** The text of {@code key.one} or {@code key.other}. */
    public static String count(String key, long count, Object... arguments) {
        return TEXTS.count(key, count, arguments);
    }

    /** A language's texts as they are written, with their places. */
    public static Properties patterns(Language language) {
        return TEXTS.patterns(language);
    }
}
