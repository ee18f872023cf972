package studio.ctnr.engine.projection.internal.variables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.ctnr.container.Variable;
import studio.ctnr.engine.projection.report.Portability;
import studio.ctnr.engine.projection.report.Portability.Action;
import studio.ctnr.engine.projection.report.Portability.Finding;
import studio.ctnr.engine.projection.report.Portability.Place;

/**
 * Collects traces of the capture machine; counts all, keeps so many that a person could still look through them. Files
 * are looked through by several threads, so the report is put in order at the end.
 */
public final class Findings {
    private static final int KEPT = 10_000;

    private final List<Finding> kept = new ArrayList<>();
    private long replaced;
    private long left;

    synchronized void add(Place place, String where, Variable variable, String text, Action action, String why) {
        if (action == Action.REPLACED) {
            replaced++;
        } else {
            left++;
        }
        if (kept.size() < KEPT) {
            kept.add(new Finding(place, where, variable, text, action, why));
        }
    }

    public synchronized Portability toReport() {
        kept.sort(Comparator.comparing(Finding::place).thenComparing(Finding::where));
        return new Portability(kept, replaced, left);
    }
}
