package studio.ctnr.toolkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditHistoryTest {
    private final EditHistory history = new EditHistory();
    private final List<String> values = new ArrayList<>();

    private Edit add(String value) {
        return new Edit() {
            @Override
            public String description() {
                return "add " + value;
            }

            @Override
            public void execute() {
                values.add(value);
            }

            @Override
            public void undo() {
                values.remove(value);
            }
        };
    }

    @Test
    void whatIsUndoneCanBeRedone() {
        history.execute(add("a"));
        history.execute(add("b"));

        history.undo();
        assertThat(values).containsExactly("a");
        assertThat(history.redoDescriptionProperty().get()).isEqualTo("add b");

        history.redo();
        assertThat(values).containsExactly("a", "b");
        assertThat(history.undoDescriptionProperty().get()).isEqualTo("add b");
    }

    @Test
    void aNewEditEndsWhatCouldBeRedone() {
        history.execute(add("a"));
        history.undo();
        history.execute(add("b"));

        assertThat(history.canRedoProperty().get()).isFalse();
    }

    @Test
    void undoingToTheSavedStateLeavesNothingToSave() {
        history.execute(add("a"));
        history.markSaved();
        history.execute(add("b"));
        assertThat(history.modifiedProperty().get()).isTrue();

        history.undo();
        assertThat(history.modifiedProperty().get()).isFalse();

        history.undo();
        assertThat(history.modifiedProperty().get()).isTrue();
    }

    @Test
    void anotherEditThanTheSavedOneIsToBeSaved() {
        history.execute(add("a"));
        history.markSaved();
        history.undo();
        history.execute(add("b"));

        assertThat(history.modifiedProperty().get()).isTrue();
    }

    @Test
    void aCompositeIsTakenBackFromItsEnd() {
        history.execute(new CompositeEdit("both", List.of(add("a"), add("b"))));
        assertThat(values).containsExactly("a", "b");

        history.undo();
        assertThat(values).isEmpty();
        assertThat(history.canUndoProperty().get()).isFalse();
    }
}
