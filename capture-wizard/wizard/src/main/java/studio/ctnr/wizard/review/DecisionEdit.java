package studio.ctnr.wizard.review;

import java.util.function.Consumer;
import studio.ctnr.engine.rules.Decisions;
import studio.ctnr.toolkit.history.Edit;

/** A change of the engineer's decisions: all of them before, and all of them after. */
record DecisionEdit(String description, Decisions before, Decisions after, Consumer<Decisions> apply) implements Edit {
    @Override
    public void execute() {
        apply.accept(after);
    }

    @Override
    public void undo() {
        apply.accept(before);
    }
}
