package studio.ctnr.engine.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import studio.ctnr.engine.change.ProcessTree;
import studio.ctnr.engine.change.Writing;
import studio.ctnr.engine.rules.Rule.Conditions;

/**
 * One glob of a rule with its conditions, ready to be asked.
 *
 * @param order of the rule among all; the later decides a tie
 * @param exact whether it speaks of the very path or key only, not of what lies in it
 * @param writers the ids of the processes of which one has to have made the change; empty when it does not matter
 */
record CompiledRule(
        Rule rule,
        Glob glob,
        int order,
        Specificity specificity,
        boolean exact,
        Optional<TextTest> regex,
        List<TextTest> value,
        List<TextTest> data,
        Optional<BitSet> writers)
        implements Comparable<CompiledRule> {

    /** Every glob of a rule, for one capture. */
    static List<CompiledRule> of(Rule rule, int order, Places places, ProcessTree processes) {
        Conditions conditions = rule.conditions();
        String owner = rule.verdict().rule();
        Optional<TextTest> regex = conditions.regex().map(text -> new BoundedRegex(text, owner));
        List<TextTest> value = tests(conditions.value(), conditions.valueRegex(), owner);
        List<TextTest> data = tests(conditions.data(), conditions.dataRegex(), owner);
        Specificity besides = sum(regex.stream().toList())
                .plus(sum(value))
                .plus(sum(data))
                .plus(new Specificity(
                        0,
                        0,
                        (conditions.changes().isEmpty() ? 0 : 1)
                                + conditions.type().map(type -> 1).orElse(0)
                                + conditions.writtenBy().conditions(),
                        0));
        boolean exact = !value.isEmpty() || conditions.type().isPresent();
        Optional<BitSet> writers = Optional.of(conditions.writtenBy())
                .filter(wanted -> !wanted.isAnybody())
                .map(wanted -> wanted.in(processes));
        List<CompiledRule> compiled = new ArrayList<>();
        for (String pattern : rule.patterns()) {
            List<Glob> globs = places.globs(rule.subject(), pattern);
            Specificity specificity = globs.getFirst().specificity().plus(besides);
            for (Glob glob : globs) {
                compiled.add(new CompiledRule(rule, glob, order, specificity, exact, regex, value, data, writers));
            }
        }
        return compiled;
    }

    /** Whether a change that was made so is one of those that it speaks of. */
    boolean madeBy(Optional<Writing> writing) {
        return writers.isEmpty()
                || writing.isPresent() && writers.get().get(writing.get().process());
    }

    private static List<TextTest> tests(Optional<String> glob, Optional<String> regex, String owner) {
        List<TextTest> tests = new ArrayList<>();
        glob.ifPresent(text -> tests.add(NameGlob.of(text)));
        regex.ifPresent(text -> tests.add(new BoundedRegex(text, owner)));
        return tests;
    }

    private static Specificity sum(List<TextTest> tests) {
        Specificity sum = new Specificity(0, 0, 0, 0);
        for (TextTest test : tests) {
            sum = sum.plus(test.specificity()).plus(new Specificity(0, 0, test instanceof NameGlob ? 1 : 0, 0));
        }
        return sum;
    }

    /** The one that decides comes first. */
    @Override
    public int compareTo(CompiledRule other) {
        if (rule.byEngineer() != other.rule.byEngineer()) {
            return rule.byEngineer() ? -1 : 1;
        }
        int closer = other.specificity.compareTo(specificity);
        return closer != 0 ? closer : Integer.compare(other.order, order);
    }
}
