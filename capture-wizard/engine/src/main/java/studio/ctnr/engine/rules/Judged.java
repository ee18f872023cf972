package studio.ctnr.engine.rules;

/** A change with what becomes of it. */
public record Judged<T>(T change, Verdict verdict) {
    public boolean included() {
        return verdict.included();
    }
}
