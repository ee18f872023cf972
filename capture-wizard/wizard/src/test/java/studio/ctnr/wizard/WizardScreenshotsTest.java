package studio.ctnr.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import studio.ctnr.container.config.Isolation.Mode;
import studio.ctnr.container.config.Isolation.Rule;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.sandbox.Sandbox;
import studio.ctnr.engine.sandbox.SandboxReport;
import studio.ctnr.engine.sandbox.StepListener;
import studio.ctnr.engine.sandbox.StepResult;
import studio.ctnr.engine.sandbox.StepResult.Ending;
import studio.ctnr.engine.sandbox.WaitingForInput;
import studio.ctnr.engine.sandbox.wine.WineSandbox;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.support.Screenshots;
import studio.ctnr.toolkit.window.WindowFrame;
import studio.ctnr.wizard.describe.DescribePage;
import studio.ctnr.wizard.describe.DescribeViewModel;
import studio.ctnr.wizard.diff.ExampleChanges;
import studio.ctnr.wizard.model.EntryDraft;
import studio.ctnr.wizard.model.WizardStage;
import studio.ctnr.wizard.review.ReviewPage;
import studio.ctnr.wizard.support.RealCapture;
import studio.ctnr.wizard.support.SampleInstallers;
import studio.ctnr.wizard.support.ScriptedSandbox;
import studio.ctnr.wizard.support.SignedSample;
import studio.ctnr.wizard.support.TestHost;
import studio.ctnr.wizard.text.Texts;

/** Every page of the wizard, with the sample application as it was really captured. */
class WizardScreenshotsTest extends Screenshots {
    private static final String SETUP = "tally-setup.exe";

    /** Not a folder that the test removes: a wizard that is not left writes its draft whenever it comes to it. */
    private final Path folder =
            Path.of("target/screens-of", "wizard-" + System.nanoTime()).toAbsolutePath();

    private final CountDownLatch end = new CountDownLatch(1);
    private Wizard wizard;
    private ScriptedSandbox scripted;
    private int round;

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectories(folder);
    }

    @BeforeAll
    static void capture() throws Exception {
        RealCapture.ensure(SETUP);
        RealCapture.ensure("waits-setup.exe");
    }

    @AfterEach
    void endWhatRuns() {
        end.countDown();
    }

    @Override
    protected Stream<Screen> screens() {
        return Stream.of(
                new Screen("wizard-source-empty", () -> begin(new WineSandbox(), List.of())),
                new Screen("wizard-source", () -> begin(new WineSandbox(), List.of(SampleInstallers.made(SETUP)))),
                new Screen(
                        "wizard-source-steps",
                        () -> begin(
                                new WineSandbox(),
                                List.of(SampleInstallers.made("tally.msi"), SampleInstallers.made(SETUP)))),
                new Screen("wizard-source-signed", () -> begin(new WineSandbox(), List.of(SignedSample.made(SETUP)))),
                new Screen("wizard-sandbox", this::sandbox),
                new Screen("wizard-install", this::installing, root -> untilDrawn()),
                new Screen("wizard-install-failed", () -> ended(1603), WizardScreenshotsTest::oneAccent),
                new Screen("wizard-install-broken", this::broken, WizardScreenshotsTest::oneAccent),
                new Screen("wizard-install-timeout", this::timedOut, WizardScreenshotsTest::oneAccent),
                new Screen("wizard-install-nothing", () -> ended(0), WizardScreenshotsTest::oneAccent),
                new Screen("wizard-review", this::review, this::selectValue),
                new Screen("wizard-review-unobserved", this::unobserved),
                new Screen("wizard-review-filter", this::review, this::filter),
                new Screen("wizard-rule", this::review, this::rule),
                new Screen("wizard-value", this::review, this::editValue),
                new Screen("wizard-describe", () -> at(WizardStage.DESCRIBE)),
                new Screen("wizard-describe-more", () -> at(WizardStage.DESCRIBE), this::describeMore),
                new Screen("wizard-build-again", () -> at(WizardStage.DESCRIBE), this::buildAgain),
                new Screen("wizard-changed", () -> at(WizardStage.DESCRIBE), this::changedByHand),
                new Screen(
                        "wizard-entry",
                        () -> at(WizardStage.DESCRIBE),
                        root -> ((Button) root.lookup(".entry-row .edit")).fire()),
                new Screen("wizard-build", () -> at(WizardStage.BUILD)));
    }

    private Parent begin(Sandbox sandbox, List<Path> installers) {
        return frame(Background.immediate(), sandbox, desk -> {
            TestHost host = new TestHost(fresh(), sandbox, desk.background());
            return Wizard.begin(host, desk, installers);
        });
    }

    /** Makes a wizard. */
    private interface Making {
        Wizard of(Desk desk) throws Exception;
    }

    private Parent frame(Background background, Sandbox sandbox, Making making) {
        WindowFrame frame = new WindowFrame();
        try {
            wizard = making.of(new Desk(background, frame.dialogs(), frame.notices()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        frame.setContent(wizard.view());
        return frame;
    }

    private Path fresh() {
        return folder.resolve("round-" + ++round);
    }

    private Parent sandbox() throws Exception {
        SandboxReport report = new WineSandbox().probe();
        Parent root = begin(scripted(report, Optional.empty(), 0), List.of(SampleInstallers.made(SETUP)));
        wizard.model().stageProperty().set(WizardStage.SANDBOX);
        return root;
    }

    private ScriptedSandbox scripted(SandboxReport report, Optional<ScriptedSandbox.Picture> picture, long code) {
        scripted = new ScriptedSandbox(
                (step, listener) ->
                        new StepResult(code, Duration.ofSeconds(4), Ending.BY_ITSELF, Optional.empty(), List.of()),
                new ExampleChanges(),
                report,
                picture);
        return scripted;
    }

    private Parent timedOut() throws Exception {
        WaitingForInput question = new WaitingForInput(
                "Big test Setup", List.of("Install the big test, too?"), List.of("Yes", "No"), Optional.empty());
        scripted = new ScriptedSandbox(
                (step, listener) -> new StepResult(
                        0, Duration.ofMinutes(15), Ending.TIME_LIMIT, Optional.of(question), List.of("bigtest.exe")),
                new ExampleChanges(),
                new SandboxReport("wine", List.of()),
                Optional.empty());
        Parent root = begin(scripted, List.of(SampleInstallers.made("waits-setup.exe")));
        Files.createDirectories(folder.resolve("round-" + round));
        wizard.model().stageProperty().set(WizardStage.INSTALL);
        return root;
    }

    /** A view has one button that stands out: what is most likely wanted. */
    private static void oneAccent(Parent root) {
        assertThat(root.lookupAll(".button.accent"))
                .singleElement()
                .extracting(button -> ((Button) button).getText())
                .isEqualTo(Texts.text("install.again"));
    }

    private Parent broken() throws Exception {
        scripted = new ScriptedSandbox(
                (step, listener) -> {
                    throw new IllegalStateException("The machine is gone.");
                },
                new ExampleChanges(),
                new SandboxReport("wine", List.of()),
                Optional.empty());
        Parent root = begin(scripted, List.of(SampleInstallers.made("refuses.msi")));
        Files.createDirectories(folder.resolve("round-" + round));
        wizard.model().stageProperty().set(WizardStage.INSTALL);
        return root;
    }

    private Parent ended(long code) throws Exception {
        Parent root = begin(
                scripted(new SandboxReport("wine", List.of()), Optional.empty(), code),
                List.of(SampleInstallers.made("refuses.msi")));
        Files.createDirectories(folder.resolve("round-" + round));
        wizard.model().stageProperty().set(WizardStage.INSTALL);
        return root;
    }

    /** A picture of a real installer's question, and a machine that shows it until the test is over. */
    private Parent installing() throws Exception {
        ScriptedSandbox.Picture picture = question();
        scripted = new ScriptedSandbox(
                (step, listener) -> wait(listener),
                new ExampleChanges(),
                new SandboxReport("wine", List.of()),
                Optional.of(picture));
        Path place = fresh();
        Files.createDirectories(place);
        Parent root = frame(Background.onVirtualThreads(), scripted, desk -> {
            Desk still = new Desk(Background.immediate(), desk.dialogs(), desk.notices());
            TestHost host = new TestHost(place, scripted, desk.background());
            return Wizard.begin(host, still, List.of(SampleInstallers.made("waits-setup.exe")));
        });
        wizard.model().stageProperty().set(WizardStage.INSTALL);
        return root;
    }

    private StepResult wait(StepListener listener) {
        listener.programStarted(32, "D:\\waits-setup.exe");
        listener.programStarted(36, "C:\\users\\ctnruser\\Temp\\nsw4.tmp");
        listener.changed(38, 12);
        listener.windowShown("Waits");
        listener.waiting(new WaitingForInput("Waits", List.of("Shall I go on?"), List.of("OK"), Optional.empty()));
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new StepResult(0, Duration.ofSeconds(4), Ending.BY_ITSELF, Optional.empty(), List.of());
    }

    private ScriptedSandbox.Picture question() throws Exception {
        Path project = RealCapture.of("waits-setup.exe", Files.createDirectories(fresh()));
        try (Stream<Path> pictures = Files.list(project.resolve("screenshots"))) {
            BufferedImage image =
                    ImageIO.read(pictures.sorted().findFirst().orElseThrow().toFile());
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            return new ScriptedSandbox.Picture(image.getWidth(), image.getHeight(), pixels);
        }
    }

    /** The second look at the screen begins when the first has been drawn. */
    private void untilDrawn() {
        Object drawn = new Object();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (scripted.looks.get() > 2) {
                    stop();
                    Platform.exitNestedEventLoop(drawn, null);
                }
            }
        }.start();
        Platform.enterNestedEventLoop(drawn);
    }

    private Parent review() throws Exception {
        Path project = RealCapture.of(SETUP, Files.createDirectories(fresh()));
        return frame(
                Background.immediate(),
                new WineSandbox(),
                desk -> Wizard.resume(
                        new TestHost(project.getParent(), new WineSandbox(), desk.background()), desk, project));
    }

    private Parent unobserved() throws Exception {
        Parent root = review();
        Path description = wizard.model().projectProperty().get().resolve("project.yml");
        Files.writeString(description, Files.readString(description).replace("steps:\n  - installer", """
                steps:
                  - not-observed:
                      - {what: 32-bit programs, subject: 'x86\\ctnr.dll', status: 193}
                    installer"""));
        ((ReviewPage) wizard.page(WizardStage.REVIEW)).viewModel().open(CaptureProject.open(description.getParent()));
        return root;
    }

    private Parent at(WizardStage stage) throws Exception {
        Parent root = review();
        wizard.model().titleProperty().set("Tally");
        wizard.model().stageProperty().set(WizardStage.DESCRIBE);
        wizard.model().stageProperty().set(stage);
        return root;
    }

    private void selectValue(Parent root) {
        TreeTableView<?> table = (TreeTableView<?>) root.lookup("#diff-table");
        for (int row = 0; row < table.getExpandedItemCount() && row < 80; row++) {
            table.getTreeItem(row).setExpanded(true);
        }
        for (int row = 0; row < table.getExpandedItemCount(); row++) {
            if (table.getTreeItem(row).isLeaf() && row > 8) {
                table.getSelectionModel().clearAndSelect(row);
                return;
            }
        }
    }

    private void filter(Parent root) {
        ((TextField) root.lookup("#review-filter")).setText("/tally.*(exe|lnk)/");
        ((ReviewPage) wizard.page(WizardStage.REVIEW))
                .viewModel()
                .textProperty()
                .set("/tally.*(exe|lnk)/");
    }

    private void describeMore(Parent root) {
        DescribeViewModel describe = ((DescribePage) wizard.page(WizardStage.DESCRIBE)).viewModel();
        describe.add(EntryDraft.NEW.with("Safe mode", "%CONTAINER_PROGRAMFILES%\\Tally\\gone.exe", "/safe", ""));
        describe.rules().add(new Rule("C:\\ProgramData\\Tally\\**", Mode.ISOLATED));
        describe.rules().add(new Rule("somewhere", Mode.HOST));
        describe.check();
        ((ScrollPane) root.lookup(".describe .scroll-pane")).setVvalue(1);
    }

    private void buildAgain(Parent root) {
        wizard.model().containerProperty().set(wizard.model().projectProperty().get());
        wizard.page(WizardStage.DESCRIBE).next().perform();
    }

    private void changedByHand(Parent root) {
        try {
            Files.writeString(wizard.model().capturedProperty().get().amendments(), "application: {name: Mine}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DescribeViewModel describe = ((DescribePage) wizard.page(WizardStage.DESCRIBE)).viewModel();
        describe.publisherProperty().set("Me");
        describe.keep();
    }

    private void editValue(Parent root) {
        selectValue(root);
        TreeTableView<?> table = (TreeTableView<?>) root.lookup("#diff-table");
        for (int row = 0; row < table.getExpandedItemCount(); row++) {
            table.getSelectionModel().clearAndSelect(row);
            if (perform("review.edit-value")) {
                return;
            }
        }
    }

    /** Whether it could be done. */
    private boolean perform(String id) {
        return wizard.page(WizardStage.REVIEW).actions().stream()
                        .filter(action ->
                                action.id().equals(id) && action.enabled().get())
                        .peek(studio.ctnr.toolkit.action.Action::perform)
                        .count()
                > 0;
    }

    private void rule(Parent root) {
        TreeTableView<?> table = (TreeTableView<?>) root.lookup("#diff-table");
        table.getSelectionModel().clearAndSelect(1);
        wizard.page(WizardStage.REVIEW).actions().stream()
                .filter(action -> action.id().equals("review.make-rule"))
                .forEach(studio.ctnr.toolkit.action.Action::perform);
    }
}
