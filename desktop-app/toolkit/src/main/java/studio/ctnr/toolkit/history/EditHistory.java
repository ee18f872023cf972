package studio.ctnr.toolkit.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What was edited, what can be taken back, and whether that differs from what was saved. */
public final class EditHistory {
    private final Deque<Edit> done = new ArrayDeque<>();
    private final Deque<Edit> undone = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper modified = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper undoDescription = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoDescription = new ReadOnlyStringWrapper("");
    private final List<Runnable> listeners = new ArrayList<>();
    private Edit saved;

    /** Nothing edited yet. */
    public EditHistory() {}

    /** Does an edit and remembers it; what was undone before can't be redone any more. */
    public void execute(Edit edit) {
        edit.execute();
        undone.clear();
        done.push(edit);
        tell();
    }

    /** Takes the newest edit back; without one nothing happens. */
    public void undo() {
        if (!done.isEmpty()) {
            Edit edit = done.pop();
            edit.undo();
            undone.push(edit);
            tell();
        }
    }

    public void redo() {
        if (!undone.isEmpty()) {
            Edit edit = undone.pop();
            edit.redo();
            done.push(edit);
            tell();
        }
    }

    /** The state now is what is on disk. */
    public void markSaved() {
        saved = done.peek();
        tell();
    }

    /** Forgets everything, as after loading anew. */
    public void clear() {
        done.clear();
        undone.clear();
        markSaved();
    }

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** Whether there is something to save; undoing back to the saved state makes it false again. */
    public ReadOnlyBooleanProperty modifiedProperty() {
        return modified.getReadOnlyProperty();
    }

    /** Of the edit that would be undone, or empty. */
    public ReadOnlyStringProperty undoDescriptionProperty() {
        return undoDescription.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty redoDescriptionProperty() {
        return redoDescription.getReadOnlyProperty();
    }

    /** Calls {@code listener} after each edit, undo, redo and saving. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void tell() {
        canUndo.set(!done.isEmpty());
        canRedo.set(!undone.isEmpty());
        undoDescription.set(done.isEmpty() ? "" : done.peek().description());
        redoDescription.set(undone.isEmpty() ? "" : undone.peek().description());
        modified.set(done.peek() != saved);
        listeners.forEach(Runnable::run);
    }
}
