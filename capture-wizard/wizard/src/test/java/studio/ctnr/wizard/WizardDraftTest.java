package studio.ctnr.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.engine.sandbox.wine.WineSandbox;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.support.FakeDialogs;
import studio.ctnr.wizard.model.CaptureModel;
import studio.ctnr.wizard.model.DraftFile;
import studio.ctnr.wizard.model.StepDraft;
import studio.ctnr.wizard.model.WizardStage;
import studio.ctnr.wizard.support.TestHost;

/** What is on the disk when writes are slow, and when they overtake one another. */
class WizardDraftTest {
    @TempDir
    private Path folder;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final CaptureModel model = new CaptureModel();
    private TestHost host;
    private WizardViewModel viewModel;

    @BeforeEach
    void begin() {
        Background later = Background.on(waiting::add, Runnable::run);
        host = new TestHost(folder, new WineSandbox(), later);
        model.place().set(folder.resolve("app.capture"));
        model.projectProperty().set(folder.resolve("app.capture"));
        model.steps().add(new StepDraft("/tmp/setup.exe", "/S", true));
        viewModel = new WizardViewModel(model, host, new Desk(later, new FakeDialogs(), notice -> {}));
    }

    private WizardStage written() throws IOException {
        return DraftFile.read(folder.resolve("app.capture")).orElseThrow().stage();
    }

    @Test
    void theWizardIsLeftWhenAWriteThatWasBegunBeforeIsDone() throws IOException {
        model.stageProperty().set(WizardStage.REVIEW);
        viewModel.close();
        assertThat(host.left).isZero();

        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
        assertThat(host.left).isOne();
        assertThat(written()).isEqualTo(WizardStage.REVIEW);
    }

    @Test
    void theLaterDraftStaysWhicheverIsWrittenLast() throws IOException {
        model.stageProperty().set(WizardStage.REVIEW);
        model.stageProperty().set(WizardStage.DESCRIBE);
        assertThat(waiting).hasSize(2);
        while (!waiting.isEmpty()) {
            waiting.removeLast().run();
        }
        assertThat(written()).isEqualTo(WizardStage.DESCRIBE);
    }
}
