package studio.ctnr.wizard.review;

import java.util.ArrayList;
import java.util.List;
import studio.ctnr.engine.amend.Amendments;
import studio.ctnr.engine.rules.Decisions;
import studio.ctnr.engine.rules.SharedRule;

/**
 * All that a review keeps beside a capture: what goes in, and what is changed of it.
 *
 * @param rules those that were made in this review for later captures too
 */
record Kept(Decisions decisions, Amendments amendments, List<SharedRule> rules) {
    Kept with(Decisions others) {
        return new Kept(others, amendments, rules);
    }

    Kept with(Amendments others) {
        return new Kept(decisions, others, rules);
    }

    Kept with(SharedRule rule) {
        List<SharedRule> all = new ArrayList<>(rules);
        all.add(rule);
        return new Kept(decisions, amendments, List.copyOf(all));
    }
}
