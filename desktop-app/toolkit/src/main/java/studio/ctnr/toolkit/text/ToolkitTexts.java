package studio.ctnr.toolkit.text;

/** The toolkit's own texts: the words that every screen has ("Cancel", "Undo"). */
public final class ToolkitTexts {
    private static final Translations TEXTS = Translations.from(ToolkitTexts.class::getResourceAsStream);

    private ToolkitTexts() {}

    /** Reads them in every language; off the FX thread, before a window is there. */
    public static void read() {
        for (Language language : Language.values()) {
            TEXTS.patterns(language);
        }
    }

    public static String text(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }

    /** The text of {@code key.one} or {@code key.other}. */
    static String count(String key, long count) {
        return TEXTS.count(key, count);
    }
}
