package studio.ctnr.toolkit.text;

import java.util.Locale;

/**
 * A language that the program speaks.
 *
 * <p>Which one is spoken is known to the whole program at once: a view reads its texts while it is built, and a change
 * of language builds the views anew. So no label has to listen for a change that comes once a year.
 */
public enum Language {
    ENGLISH("en", "English"),
    SPANISH("es", "Español");

    private static volatile Language spoken = ofSystem();

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** The language that views are built in now. */
    public static Language spoken() {
        return spoken;
    }

    /** Views that are built from now on speak it. */
    public static void speak(Language language) {
        spoken = language;
    }

    /** The user's own language where the program speaks it, else English. */
    public static Language ofSystem() {
        String system = Locale.getDefault(Locale.Category.DISPLAY).getLanguage();
        for (Language language : values()) {
            if (language.tag.equals(system)) {
                return language;
            }
        }
        return ENGLISH;
    }

    /** Its two letters of ISO 639-1. */
    public String tag() {
        return tag;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** How its speakers write numbers and dates. */
    public Locale locale() {
        return Locale.of(tag);
    }
}
