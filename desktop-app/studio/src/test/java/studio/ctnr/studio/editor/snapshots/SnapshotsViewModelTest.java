package studio.ctnr.studio.editor.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.ctnr.container.snapshot.Snapshot;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.support.FakeDesk;

class SnapshotsViewModelTest {
    private final FakeDesk user = new FakeDesk();
    private final SampleSnapshots shelf = new SampleSnapshots();
    private final AtomicInteger changes = new AtomicInteger();
    private final SnapshotsViewModel model = new SnapshotsViewModel(shelf, user.desk, changes::incrementAndGet);

    @BeforeEach
    void load() {
        model.load();
    }

    @Test
    void theNewestIsFirst() {
        assertThat(model.snapshots())
                .extracting(Snapshot::label)
                .containsExactly("before the update", "licence entered", "clean");
    }

    @Test
    void goingBackIsAskedAndMakesTheEditorAnew() {
        model.restore(model.snapshots().getLast());
        assertThat(shelf.asked).isEmpty();
        user.dialogs.answer(Texts.text("snapshots.restore"));
        assertThat(shelf.asked).containsExactly("restore clean");
        assertThat(changes).hasValue(1);
    }

    @Test
    void whatIsDeletedIsGoneAfterAQuestion() {
        model.delete(model.snapshots().getFirst());
        assertThat(model.snapshots()).hasSize(3);
        user.dialogs.answer(Texts.text("snapshots.delete"));
        assertThat(model.snapshots()).extracting(Snapshot::label).containsExactly("licence entered", "clean");
    }

    @Test
    void aNewOneNeedsALabel() {
        model.take();
        user.dialogs.type("after");
        assertThat(model.snapshots().getFirst().label()).isEqualTo("after");
        assertThat(changes).hasValue(0);
    }
}
