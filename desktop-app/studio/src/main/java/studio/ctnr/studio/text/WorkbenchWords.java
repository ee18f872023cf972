package studio.ctnr.studio.text;

import studio.ctnr.toolkit.text.Language;
import studio.ctnr.toolkit.text.Sentences;
import studio.ctnr.wizard.words.EngineWords;
import studio.ctnr.workbench.problem.Problem;

/** What the workbench and the modules below it say, in the language that is spoken. */
public final class WorkbenchWords {
    /** The table is read when it is first needed. */
    private static final class Spanish {
        private static final Sentences SENTENCES = new Sentences(WorkbenchWords.class, "workbench_es.txt");
    }

    private WorkbenchWords() {}

    /** A sentence of theirs. */
    public static String of(String english) {
        if (Language.spoken() != Language.SPANISH) {
            return english;
        }
        String spanish = Spanish.SENTENCES.spanish(english);
        return spanish.equals(english) ? EngineWords.of(english) : spanish;
    }

    /** What happened, and what to do about it. */
    public static String of(Problem problem) {
        return new Problem(problem.code(), of(problem.sentence()), of(problem.remedy())).text();
    }

    static Sentences spanish() {
        return Spanish.SENTENCES;
    }
}
