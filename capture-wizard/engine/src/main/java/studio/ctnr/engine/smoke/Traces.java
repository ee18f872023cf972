package studio.ctnr.engine.smoke;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.rules.Judged;
import studio.ctnr.engine.rules.RuleSet;
import studio.ctnr.engine.rules.Selection;

/**
 * What was left on a machine by what ran on it, but for what the rules know of Wine itself.
 *
 * @param leaks in the order of files, registry, home folder
 */
record Traces(List<Leak> leaks) {
    static Traces of(ChangeSet changes, List<String> home) throws IOException {
        Selection judged = Selection.of(changes, RuleSet.ofWine());
        List<Leak> leaks = new ArrayList<>();
        try (Stream<Leak> files = judged.files()
                        .filter(Judged::included)
                        .map(Judged::change)
                        .map(Leak::of);
                Stream<Leak> registry = judged.registry()
                        .filter(Judged::included)
                        .map(Judged::change)
                        .map(Leak::of)) {
            files.forEach(leaks::add);
            registry.forEach(leaks::add);
        }
        home.stream().map(Leak::ofHome).forEach(leaks::add);
        return new Traces(List.copyOf(leaks));
    }

    /** Without what Wine left just so when another program ran on it. */
    List<Leak> without(Traces baseline) {
        Set<Leak> usual = new HashSet<>(baseline.leaks);
        return leaks.stream().filter(leak -> !usual.contains(leak)).toList();
    }
}
