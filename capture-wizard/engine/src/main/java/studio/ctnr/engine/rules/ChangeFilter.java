package studio.ctnr.engine.rules;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import studio.ctnr.engine.change.CaptureMachine;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.ProcessTree;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.rules.Rule.Conditions;

/**
 * Tells whether a pattern, as rules have them, means a change. A name alone means files and keys of that name wherever
 * they are. For one thread.
 */
public final class ChangeFilter {
    private static final Verdict MATCH = new Verdict(Outcome.INCLUDE, Verdict.Source.RULE, "filter", "", "");

    private final Judge files;
    private final Judge registry;

    private ChangeFilter(List<Rule> rules, CaptureMachine machine, ProcessTree processes) {
        this.files = new Judge(rules, Subject.FILES, machine, processes);
        this.registry = new Judge(rules, Subject.REGISTRY, machine, processes);
    }

    /** @throws IllegalArgumentException when the pattern makes no sense; says why, and what would */
    public static ChangeFilter of(String pattern, CaptureMachine machine) {
        Subject subject = Subject.of(pattern);
        Rule rule = new Rule(MATCH, subject, List.of(pattern), Conditions.NONE);
        boolean nameAlone = subject == Subject.FILES && pattern.chars().noneMatch(c -> "\\/%:".indexOf(c) >= 0);
        Rule keys = new Rule(MATCH, Subject.REGISTRY, List.of("**\\" + pattern), Conditions.NONE);
        return new ChangeFilter(nameAlone ? List.of(rule, keys) : List.of(rule), machine, ProcessTree.NONE);
    }

    /** What a decision means of a capture's changes, whether it decides or not. */
    public static ChangeFilter of(Decision decision, ChangeSet changes) throws IOException {
        return new ChangeFilter(
                List.of(new Rule(
                        MATCH, Subject.of(decision.pattern()), List.of(decision.pattern()), decision.conditions())),
                changes.machine(),
                changes.processes());
    }

    public boolean matches(FileChange change) throws IOException {
        return files.rank(change) >= 0;
    }

    public boolean matches(RegistryChange change) throws IOException {
        return registry.rank(change) >= 0;
    }

    /** How many changes the pattern means. */
    public long count(ChangeSet changes) throws IOException {
        long count = 0;
        try (Stream<FileChange> all = changes.files()) {
            for (var each = all.iterator(); each.hasNext(); ) {
                count += matches(each.next()) ? 1 : 0;
            }
        }
        try (Stream<RegistryChange> all = changes.registry()) {
            for (var each = all.iterator(); each.hasNext(); ) {
                count += matches(each.next()) ? 1 : 0;
            }
        }
        return count;
    }
}
