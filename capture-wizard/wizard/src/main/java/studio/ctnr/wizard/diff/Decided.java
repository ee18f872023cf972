package studio.ctnr.wizard.diff;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.engine.rules.Decision;
import studio.ctnr.engine.rules.Decisions;
import studio.ctnr.engine.rules.Outcome;
import studio.ctnr.engine.rules.Subject;

/** Turns what is done to rows into the engineer's decisions. */
public final class Decided {
    private Decided() {}

    /**
     * Includes or excludes nodes with all that they hold: what was decided before on something inside them, one by one,
     * gives way.
     */
    public static Decisions on(Decisions decisions, DiffTree tree, Collection<Integer> nodes, Outcome outcome)
            throws IOException {
        Decisions decided = decisions;
        for (int node : nodes) {
            if (tree.kind(node) == NodeKind.ROOT) {
                for (int child = node + 1; child < tree.end(node); child = tree.end(child)) {
                    decided = one(decided, decision(tree, child, outcome));
                }
            } else {
                decided = one(decided, decision(tree, node, outcome));
            }
        }
        return decided;
    }

    /** With a decision of its own words. */
    public static Decisions with(Decisions decisions, Decision decision) throws IOException {
        return decisions.with(decision);
    }

    /** The decision that means just this node and what it holds. */
    public static Decision decision(DiffTree tree, int node, Outcome outcome) {
        Optional<String> value = tree.value(node).map(change -> literal(change.name()));
        return new Decision(outcome, literal(tree.path(node)), value, "");
    }

    private static Decisions one(Decisions decisions, Decision decision) throws IOException {
        Decisions left = decisions;
        for (Decision earlier : decisions.list()) {
            if (decision.value().isEmpty() && liesIn(earlier, decision.pattern())) {
                left = left.without(earlier);
            }
        }
        return left.with(decision);
    }

    private static boolean liesIn(Decision earlier, String pattern) {
        String inner = WindowsNames.fold(earlier.pattern());
        String outer = WindowsNames.fold(pattern);
        return Subject.of(inner) == Subject.of(outer)
                && inner.startsWith(outer)
                && (inner.length() == outer.length()
                        ? earlier.value().isPresent()
                        : inner.charAt(outer.length()) == '\\');
    }

    /** A name or path as a pattern that means itself alone. */
    public static String literal(String text) {
        return text.replace("[", "[[]").replace("*", "[*]").replace("?", "[?]");
    }
}
