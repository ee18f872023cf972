package studio.ctnr.toolkit.history;

import java.util.List;

/** Several edits that count as one for the user. */
public record CompositeEdit(String description, List<Edit> edits) implements Edit {
    public CompositeEdit {
        edits = List.copyOf(edits);
    }

    @Override
    public void execute() {
        edits.forEach(Edit::execute);
    }

    @Override
    public void undo() {
        edits.reversed().forEach(Edit::undo);
    }

    @Override
    public void redo() {
        edits.forEach(Edit::redo);
    }
}
