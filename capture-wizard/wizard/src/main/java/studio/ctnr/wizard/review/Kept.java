package studio.ctnr.wizard.review;

import studio.ctnr.engine.amend.Amendments;
import studio.ctnr.engine.rules.Decisions;

/** All that a review keeps beside a capture: what goes in, and what is changed of it. */
record Kept(Decisions decisions, Amendments amendments) {
    Kept with(Decisions others) {
        return new Kept(others, amendments);
    }

    Kept with(Amendments others) {
        return new Kept(decisions, others);
    }
}
