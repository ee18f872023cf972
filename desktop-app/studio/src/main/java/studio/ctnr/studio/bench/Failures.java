package studio.ctnr.studio.bench;

import java.util.Locale;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.studio.text.WorkbenchWords;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;
import studio.ctnr.workbench.problem.Problems;

/** Makes what people are told of what the workbench throws. */
public final class Failures {
    private Failures() {}

    /** @param remedies what the screen can offer; without one, trying again is up to the user */
    public static Problem of(Exception failure, Remedy... remedies) {
        var problem = Problems.of(failure);
        return Problem.of(problem.code().toUpperCase(Locale.ROOT), WorkbenchWords.of(problem), remedies);
    }

    /** With "Try again". */
    public static Problem of(Exception failure, Runnable again) {
        return of(failure, new Remedy(Texts.text("problem.again"), again));
    }
}
