package studio.ctnr.engine.rules;

/**
 * What becomes of a change, and why. Nothing is thrown away: an excluded change stays in the project.
 *
 * @param outcome whether it goes into the container
 * @param source who decided
 * @param rule the id of the rule, or where in {@code verdicts.yml} the engineer's decision stands; empty when no rule
 *     decided
 * @param topic what the rule is about, in a few words; verdicts are counted by it
 * @param reason one sentence for a person
 */
public record Verdict(Outcome outcome, Source source, String rule, String topic, String reason) {
    /** Who decided. */
    public enum Source {
        /** The engineer, in {@code verdicts.yml}. */
        ENGINEER,
        /** A rule of the project, or one that comes with the program. */
        RULE,
        /** What lies inside a folder or key decided for it. */
        DERIVED,
        /** Nobody: what no rule knows is what the installer meant to do. */
        DEFAULT
    }

    /** What no rule speaks of. */
    public static final Verdict DEFAULT =
            new Verdict(Outcome.INCLUDE, Source.DEFAULT, "", "Installed", "No rule speaks of it");

    /** A new folder or key that nobody decided on, and in which everything is excluded. */
    public static final Verdict EMPTY = new Verdict(
            Outcome.EXCLUDE,
            Source.DERIVED,
            "",
            "Left empty by other exclusions",
            "Everything in it is excluded, and nobody asked for it by itself");

    /** An excluded folder or key in which something is included all the same. */
    public static final Verdict HOLDER =
            new Verdict(Outcome.INCLUDE, Source.DERIVED, "", "Holds what is included", "Something in it is included");

    public boolean included() {
        return outcome == Outcome.INCLUDE;
    }
}
