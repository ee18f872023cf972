package studio.ctnr.wizard.words;

import studio.ctnr.toolkit.text.Language;
import studio.ctnr.toolkit.text.Sentences;

/** What the engine says, in the language that is spoken. */
public final class EngineWords {
    /** The table is read when it is first needed. */
    private static final class Spanish {
        private static final Sentences SENTENCES = new Sentences(EngineWords.class, "engine_es.txt");
    }

    private EngineWords() {}

    /** A sentence of the engine's. */
    public static String of(String english) {
        return Language.spoken() == Language.SPANISH ? Spanish.SENTENCES.spanish(english) : english;
    }

    static Sentences spanish() {
        return Spanish.SENTENCES;
    }
}
