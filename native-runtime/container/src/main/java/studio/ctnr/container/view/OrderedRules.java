package studio.ctnr.container.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.ctnr.container.config.Isolation;
import studio.ctnr.container.config.Isolation.Mode;
import studio.ctnr.container.config.Isolation.Rule;
import studio.ctnr.container.view.Explanation.Decision;
import studio.ctnr.container.view.Explanation.Source;

/**
 * The isolation rules of a container on one machine, those that are asked first in front: more text before the first
 * wildcard, then more text in all, then the later one. The launcher makes the same order (rules.c).
 */
final class OrderedRules {
    private static final Rule KEPT_KEYS = new Rule("HKCU\\Software\\Ctnr\\**", Mode.ISOLATED);
    private static final Comparator<Ordered> ORDER = Comparator.comparingInt((Ordered rule) -> -rule.pattern.literal())
            .thenComparingInt(rule -> -rule.pattern.length())
            .thenComparingInt(rule -> -rule.position);

    private final List<Ordered> rules;

    private record Ordered(Rule rule, Source source, RulePattern pattern, int position) {
        Decision decision() {
            return new Decision(rule.mode(), Optional.of(rule.path()), source);
        }
    }

    private OrderedRules(List<Ordered> rules) {
        this.rules = rules;
    }

    static OrderedRules ofFiles(Isolation isolation, ViewedMachine machine) {
        List<Ordered> rules = new ArrayList<>();
        for (Rule usual : Isolation.USER_DOCUMENTS) {
            boolean replaced = isolation.filesystem().stream()
                    .anyMatch(rule -> place(rule, machine).equalsIgnoreCase(place(usual, machine)));
            if (!replaced) {
                rules.add(new Ordered(usual, Source.DEFAULT, new RulePattern(place(usual, machine)), rules.size()));
            }
        }
        for (Rule rule : isolation.filesystem()) {
            rules.add(new Ordered(rule, Source.CONFIG, new RulePattern(place(rule, machine)), rules.size()));
        }
        rules.sort(ORDER);
        return new OrderedRules(rules);
    }

    private static String place(Rule rule, ViewedMachine machine) {
        return machine.expand(rule.path()).replace('/', '\\');
    }

    static OrderedRules ofKeys(Isolation isolation) {
        List<Ordered> rules = new ArrayList<>();
        for (Rule rule : isolation.registry()) {
            rules.add(new Ordered(rule, Source.CONFIG, new RulePattern(key(rule.path())), rules.size()));
        }
        rules.sort(ORDER);
        rules.addFirst(new Ordered(KEPT_KEYS, Source.RUNTIME, new RulePattern(KEPT_KEYS.path()), 0));
        return new OrderedRules(rules);
    }

    private static String key(String path) {
        int slash = path.indexOf('\\');
        String root = (slash < 0 ? path : path.substring(0, slash)).toUpperCase(Locale.ROOT);
        String below = slash < 0 ? "" : path.substring(slash);
        return switch (root) {
            case "HKEY_CURRENT_USER" -> "HKCU" + below;
            case "HKEY_LOCAL_MACHINE" -> "HKLM" + below;
            case "HKEY_USERS" -> "HKU" + below;
            case "HKEY_CLASSES_ROOT", "HKCR" -> "HKLM\\Software\\Classes" + below;
            default -> path;
        };
    }

    /** What the rules say of a path or key of the application's view. */
    Decision decide(String view) {
        return rules.stream()
                .filter(rule -> rule.pattern.matches(view))
                .findFirst()
                .map(Ordered::decision)
                .orElse(Decision.USUAL);
    }

    /** The rules that may say something else of what lies below {@code view}. */
    List<Decision> below(String view) {
        return rules.stream()
                .filter(rule -> rule.source != Source.RUNTIME && rule.pattern.mayLieBelow(view))
                .map(Ordered::decision)
                .toList();
    }
}
