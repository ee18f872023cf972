package studio.ctnr.studio.trash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.ctnr.studio.bench.FakeBench;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.support.FakeDesk;
import studio.ctnr.workbench.inventory.RetiredContainer;
import studio.ctnr.workbench.problem.WorkbenchException;

class TrashViewModelTest {
    private final FakeDesk user = new FakeDesk();
    private final FakeBench bench = FakeBench.full();
    private final TrashViewModel model = new TrashViewModel(bench, user.desk);

    @BeforeEach
    void retire() throws WorkbenchException {
        bench.retire(bench.containers.get("vlc-3.0.21"));
        bench.retire(bench.containers.get("exiftool"));
        model.retired().load();
    }

    @Test
    void aContainerComesBackToTheLibrary() {
        model.bringBack(model.retired().items().getFirst());
        assertThat(bench.containers).containsKey("vlc-3.0.21");
        assertThat(model.retired().items()).extracting(RetiredContainer::id).containsExactly("exiftool");
    }

    @Test
    void deletingForGoodIsAsked() {
        model.purge(model.retired().items().getFirst());
        assertThat(bench.trash).hasSize(2);
        user.dialogs.answer(Texts.text("trash.purge"));
        assertThat(bench.trash).containsOnlyKeys("exiftool");
        assertThat(model.retired().items()).hasSize(1);
    }

    @Test
    void allAreDeletedWithOneQuestion() {
        model.empty();
        user.dialogs.answer(Texts.text("trash.empty"));
        assertThat(bench.trash).isEmpty();
        assertThat(model.size()).isZero();
    }

    @Test
    void aFailureIsToldInItsPlace() {
        bench.fail();
        model.retired().load();
        assertThat(model.retired().problemProperty().get().code()).isEqualTo("INVENTORY-UNUSABLE");
    }
}
