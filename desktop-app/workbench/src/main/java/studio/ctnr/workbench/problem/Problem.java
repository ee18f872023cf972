package studio.ctnr.workbench.problem;

import java.util.Objects;

/**
 * Why something was not done, for people and for programs.
 *
 * @param code short and stable, in lower case with hyphens: one of {@link ProblemCode}, or an archive's own fault such as
 *     {@code path-escapes}
 * @param sentence what happened to what
 * @param remedy what to do about it, one sentence; empty when there is nothing
 */
public record Problem(String code, String sentence, String remedy) {
    public Problem {
        Objects.requireNonNull(code);
        Objects.requireNonNull(sentence);
        Objects.requireNonNull(remedy);
    }

    /** All of it in one text. */
    public String text() {
        return remedy.isEmpty() ? sentence : sentence + ". " + remedy;
    }
}
