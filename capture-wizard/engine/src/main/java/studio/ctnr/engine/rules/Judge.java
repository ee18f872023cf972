package studio.ctnr.engine.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import studio.ctnr.engine.change.CaptureMachine;
import studio.ctnr.engine.change.ChangeKind;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.ProcessTree;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.change.RegistryChange.OfValue;
import studio.ctnr.engine.change.ValueForm;

/**
 * Finds the rule that decides on a change, for changes of one subject, best in their order. For one thread.
 */
final class Judge {
    /** Longer data is looked at up to here. */
    private static final int LONGEST_DATA = 4096;

    /** The one that decides before another comes first. */
    private final List<CompiledRule> rules;

    private final GlobWalk walk;

    Judge(List<Rule> all, Subject subject, CaptureMachine machine, ProcessTree processes) {
        Places places = new Places(machine);
        List<CompiledRule> compiled = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).subject() == subject) {
                compiled.addAll(CompiledRule.of(all.get(i), i, places, processes));
            }
        }
        Collections.sort(compiled);
        this.rules = compiled;
        GlobIndex index = new GlobIndex();
        for (int rank = 0; rank < compiled.size(); rank++) {
            index.add(compiled.get(rank).glob(), rank);
        }
        this.walk = new GlobWalk(index);
    }

    /** A sheet for the verdicts on as many changes as come. */
    Sheet sheet() {
        return new Sheet(rules.stream().map(rule -> rule.rule().verdict()).toList());
    }

    /** The rank of what decides on a file; -1 when no rule speaks of it. */
    int rank(FileChange change) throws RuleException {
        String path = change.path().toString();
        GlobWalk.Frame frame = walk.at(path);
        for (int rank : frame.all()) {
            CompiledRule rule = rules.get(rank);
            if (applies(rule, frame, rank, change.kind(), path)
                    && rule.madeBy(change.writing())
                    && typeFits(rule, change)) {
                return rank;
            }
        }
        return -1;
    }

    /** The rank of what decides on a key or value; -1 when no rule speaks of it. */
    int rank(RegistryChange change) throws RuleException {
        String key = change.key().toString();
        GlobWalk.Frame frame = walk.at(key);
        for (int rank : frame.all()) {
            CompiledRule rule = rules.get(rank);
            if (applies(rule, frame, rank, change.kind(), key)
                    && rule.madeBy(change.writing())
                    && valueFits(rule, change)) {
                return rank;
            }
        }
        return -1;
    }

    private static boolean applies(CompiledRule rule, GlobWalk.Frame frame, int rank, ChangeKind kind, String path)
            throws RuleException {
        Set<ChangeKind> kinds = rule.rule().conditions().changes();
        return (!rule.exact() || isIn(rank, frame.here()))
                && (kinds.isEmpty() || kinds.contains(kind))
                && (rule.regex().isEmpty() || rule.regex().get().test(path));
    }

    private static boolean isIn(int rank, int[] ranks) {
        for (int one : ranks) {
            if (one == rank) {
                return true;
            }
        }
        return false;
    }

    private static boolean typeFits(CompiledRule rule, FileChange change) {
        return rule.rule()
                .conditions()
                .type()
                .map(type -> (type == Rule.Type.FOLDER) == change.folder())
                .orElse(true);
    }

    private static boolean valueFits(CompiledRule rule, RegistryChange change) throws RuleException {
        if (rule.value().isEmpty() && rule.data().isEmpty()) {
            return true;
        }
        return change instanceof OfValue value
                && passes(rule.value(), value.name())
                && (rule.data().isEmpty() || passes(rule.data(), text(value)));
    }

    private static boolean passes(List<TextTest> tests, String text) throws RuleException {
        for (TextTest test : tests) {
            if (!test.test(text)) {
                return false;
            }
        }
        return true;
    }

    private static String text(OfValue value) {
        var state = value.after().or(value::before).orElseThrow();
        String text = ValueForm.of(state.type(), state.data()).line();
        return text.length() > LONGEST_DATA ? text.substring(0, LONGEST_DATA) : text;
    }
}
