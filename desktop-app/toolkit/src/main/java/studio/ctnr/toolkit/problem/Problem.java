package studio.ctnr.toolkit.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * A failure as people are told of it. What a developer needs (the stack trace) is in the log, under the same code.
 *
 * @param code short and stable, {@code IMPORT-TRUNCATED}: what to search for, and what to tell support
 * @param sentence what happened to what
 * @param remedies at least one thing to do about it
 */
public record Problem(String code, String sentence, List<Remedy> remedies) {
    public Problem {
        remedies = List.copyOf(remedies);
    }

    public static Problem of(String code, String sentence, Remedy... remedies) {
        return new Problem(code, sentence, List.of(remedies));
    }

    /** With one more thing to do about it. */
    public Problem or(Remedy remedy) {
        List<Remedy> all = new ArrayList<>(remedies);
        all.add(remedy);
        return new Problem(code, sentence, all);
    }
}
