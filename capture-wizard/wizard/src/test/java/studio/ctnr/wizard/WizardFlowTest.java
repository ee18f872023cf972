package studio.ctnr.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.wizard.model.WizardStage;
import studio.ctnr.wizard.support.SampleInstallers;
import studio.ctnr.wizard.support.WizardTest;

/** From a dropped installer to a container that can be run, with a real capture. */
class WizardFlowTest extends WizardTest {
    private Wizard wizard;

    private void begin(Path installer) {
        Desk desk = window();
        wizard = onFx(() -> {
            Wizard begun = Wizard.begin(host, desk, List.of(installer));
            frame.setContent(begun.view());
            return begun;
        });
    }

    private void untilAt(WizardStage stage) {
        untilCaptured("the stage " + stage, () -> wizard.model().stageProperty().get() == stage);
    }

    @Test
    void aDroppedInstallerIsAContainerThatRunsAfterFourClicks() throws Exception {
        begin(SampleInstallers.made("tally-setup.exe"));

        press("source-capture");
        untilAt(WizardStage.REVIEW);
        press("review-describe");
        press("describe-build");
        press("build-run");

        assertThat(clicks).isEqualTo(4);
        assertThat(host.built).hasSize(1);
        assertThat(host.run).isEqualTo(host.built);
        assertThat(wizard.model().titleProperty().get()).isEqualTo("Tally");
        Path container = host.built.getFirst();
        ContainerConfig config = ConfigDocument.load(new ContainerFolder(container).config());
        assertThat(config.name()).isEqualTo("Tally");
        assertThat(config.defaultEntryPoint()).isPresent();
        assertThat(container.resolve("bin/launcher.exe")).exists();
    }

    @Test
    void aClosedWizardIsTakenUpAgainWhereItWasLeft() throws Exception {
        begin(SampleInstallers.made("tally.msi"));
        press("source-capture");
        untilAt(WizardStage.REVIEW);
        Path project = wizard.model().projectProperty().get();

        push(KeyCode.ESCAPE);
        until("the wizard is left", () -> host.left == 1);
        Desk desk = new Desk(background, frame.dialogs(), frame.notices());
        wizard = onFx(() -> {
            Wizard again = Wizard.resume(host, desk, project);
            frame.setContent(again.view());
            return again;
        });

        untilAt(WizardStage.REVIEW);
        until("the tree is read", () -> shown("diff-table") != null);
        press("review-describe");
        press("describe-build");
        until("it is built", () -> host.built.size() == 1);
    }

    @Test
    void aCancelledCaptureLeavesNothingRunningAndKeepsTheSteps() throws Exception {
        begin(SampleInstallers.made("waits-setup.exe"));
        press("source-capture");
        untilCaptured("it waits for a person", () -> shown("install-waiting") != null);

        press("install-cancel");

        untilCaptured("it says that it was cancelled", () -> shown("install-end-cancelled") != null);
        Path project = wizard.model().projectProperty().get();
        assertThat(project.resolve("project.yml")).doesNotExist();
        assertThat(project.resolve(".capture")).doesNotExist();
        assertThat(wizard.model().steps()).hasSize(1);
    }

    @Test
    void aWaitingInstallerIsAnsweredOnItsScreen() throws Exception {
        begin(SampleInstallers.made("waits-setup.exe"));
        press("source-capture");
        untilCaptured("it waits for a person", () -> shown("install-waiting") != null);

        clickOn(shown("live-screen"));
        push(KeyCode.ENTER);

        untilCaptured(
                "the capture has ended", () -> wizard.model().capturedProperty().get() != null);
    }

    @Test
    void aFailedInstallerSaysWhatItsCodeMeans() throws Exception {
        begin(SampleInstallers.made("refuses.msi"));
        press("source-capture");

        untilCaptured("it says that it failed", () -> shown("install-end-failed") != null);
        assertThat(lookup(".label").queryAll().toString()).contains("1603");
        assertThat(Files.exists(wizard.model().projectProperty().get().resolve("project.yml")))
                .isTrue();
    }
}
