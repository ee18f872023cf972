package studio.ctnr.wizard.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.Progress;
import studio.ctnr.engine.project.CaptureDraft;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.project.CaptureRecord;
import studio.ctnr.engine.sandbox.wine.WineSandbox;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.support.FakeDesk;
import studio.ctnr.wizard.describe.DescribePage;
import studio.ctnr.wizard.diff.ExampleChanges;
import studio.ctnr.wizard.model.CaptureModel;
import studio.ctnr.wizard.model.WizardStage;
import studio.ctnr.wizard.support.TestHost;
import studio.ctnr.wizard.support.WizardTest;
import studio.ctnr.wizard.text.Texts;

/** Back from the build, and built again. */
class BuildAgainTest extends WizardTest {
    @TempDir
    private Path place;

    private final FakeDesk user = new FakeDesk();
    private final CaptureModel model = new CaptureModel();
    private TestHost around;
    private BuildViewModel build;
    private Action describeBuild;

    @BeforeEach
    void buildOnce() throws IOException {
        around = new TestHost(place, new WineSandbox(), Background.immediate());
        ExampleChanges changes = new ExampleChanges().folder("C:\\Program Files\\App");
        try (CaptureDraft draft = CaptureDraft.in(place.resolve("app.capture"))) {
            CaptureRecord record = new CaptureRecord(changes.machine(), List.of(), Instant.EPOCH, Instant.EPOCH);
            CaptureProject project = draft.commit(record, changes, Progress.NONE);
            model.capturedProperty().set(project);
        }
        onFx(() -> {
            DescribePage describe = new DescribePage(model, user.desk);
            describe.shown();
            describe.viewModel().nameProperty().set("App");
            describe.viewModel().idProperty().set("app");
            describeBuild = describe.next();
            build = new BuildViewModel(model, around, user.desk);
            press();
            return null;
        });
        assertThat(build.stateProperty().get()).isEqualTo(BuildViewModel.State.DONE);
        assertThat(user.dialogs.asked).isEmpty();
        model.stageProperty().set(WizardStage.DESCRIBE);
    }

    /** The page that is shown then begins by itself. */
    private void press() {
        describeBuild.perform();
        if (model.stageProperty().get() == WizardStage.BUILD) {
            build.start();
        }
    }

    private void again(String answer) {
        onFx(() -> {
            press();
            assertThat(around.built).hasSize(1);
            user.dialogs.answer(Texts.text(answer));
            if (model.stageProperty().get() == WizardStage.BUILD) {
                build.start();
            }
            return null;
        });
    }

    @Test
    void theOneThatWasBuiltBeforeIsReplacedAndThatIsSaid() {
        Path first = around.built.getFirst();

        again("describe.replace");

        assertThat(around.built).containsExactly(first, first);
        assertThat(model.containerProperty().get()).isEqualTo(first).isDirectory();
        assertThat(user.notices)
                .last()
                .satisfies(
                        told -> assertThat(told.text()).isEqualTo(Texts.text("build.replaced", first.getFileName())));
    }

    @Test
    void orAnotherIsBuiltBesideIt() {
        Path first = around.built.getFirst();

        again("describe.replace.another");

        assertThat(around.built).hasSize(2).doesNotHaveDuplicates();
        assertThat(first).isDirectory();
        assertThat(model.earlierProperty().get()).isEqualTo(around.built.getLast());
    }

    @Test
    void orNothingIsDone() {
        again("install.cancel");

        assertThat(around.built).hasSize(1);
        assertThat(model.stageProperty().get()).isEqualTo(WizardStage.DESCRIBE);
        assertThat(model.containerProperty().get()).isEqualTo(around.built.getFirst());
    }

    @Test
    void aWizardThatIsTakenUpAgainKnowsWhatItBuilt() {
        model.containerProperty().set(null);
        CaptureModel later = new CaptureModel();
        later.restore(place, model.draft(), Optional.of(model.capturedProperty().get()));
        assertThat(later.earlierProperty().get()).isEqualTo(around.built.getFirst());
    }

    @Test
    void oneThatIsGoneIsNotAskedFor() throws IOException {
        FileTree.delete(around.built.getFirst());
        onFx(() -> {
            press();
            return null;
        });
        assertThat(user.dialogs.asked).isEmpty();
        assertThat(around.built).hasSize(2);
        assertThat(Files.isDirectory(around.built.getLast())).isTrue();
    }
}
