package studio.ctnr.wizard.review;

import java.util.function.Consumer;
import studio.ctnr.toolkit.history.Edit;

/** A change of what a review keeps: all of it before, and all of it after. */
record DecisionEdit(String description, Kept before, Kept after, Consumer<Kept> apply) implements Edit {
    @Override
    public void execute() {
        apply.accept(after);
    }

    @Override
    public void undo() {
        apply.accept(before);
    }
}
