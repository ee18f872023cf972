package studio.ctnr.wizard.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.Progress;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.config.EntryPoint;
import studio.ctnr.container.config.Isolation.Mode;
import studio.ctnr.container.config.Isolation.Rule;
import studio.ctnr.engine.amend.Amendments;
import studio.ctnr.engine.build.BuildSettings;
import studio.ctnr.engine.build.ContainerBuild;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.toolkit.support.FakeDesk;
import studio.ctnr.wizard.describe.DescribeViewModel.Field;
import studio.ctnr.wizard.diff.ExampleChanges;
import studio.ctnr.wizard.model.CaptureModel;
import studio.ctnr.wizard.model.EntryDraft;
import studio.ctnr.wizard.model.WizardStage;
import studio.ctnr.wizard.review.ReviewViewModel;
import studio.ctnr.wizard.text.Texts;

class DescribeViewModelTest {
    private static final String PROGRAM = "%CONTAINER_PROGRAMFILES%\\App\\run.bat";
    private static final String MANUAL = "%CONTAINER_PROGRAMFILES%\\App\\manual.html";

    @TempDir
    private Path folder;

    private final FakeDesk desk = new FakeDesk();
    private final CaptureModel model = new CaptureModel();
    private CaptureProject project;
    private DescribeViewModel viewModel;

    @BeforeEach
    void look() throws IOException {
        Path inside = folder.resolve("captured/content/Program Files/App");
        Files.createDirectories(inside);
        Files.writeString(inside.resolve("run.bat"), "@echo run");
        Files.writeString(inside.resolve("manual.html"), "<p>Manual</p>");
        ExampleChanges changes = new ExampleChanges(folder.resolve("captured"))
                .folder("C:\\Program Files\\App")
                .file("C:\\Program Files\\App\\run.bat", 9)
                .file("C:\\Program Files\\App\\manual.html", 13)
                .value("HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\App", "DisplayName", "App");
        project = changes.project(folder.resolve("app.capture"));
        model.capturedProperty().set(project);
        viewModel = new DescribeViewModel(model, desk.desk);
        viewModel.look();
        assertThat(viewModel.problemProperty().get()).isNull();
    }

    private ContainerConfig built(String name) throws IOException {
        return new ContainerBuild(project, BuildSettings.DEFAULT)
                .folder(folder.resolve(name), Progress.NONE)
                .config();
    }

    private EntryDraft entry(String name, String target) {
        return EntryDraft.NEW.with(name, target, "", "");
    }

    private void addEntry(EntryDraft entry) {
        viewModel.add(entry);
        viewModel.keep();
    }

    @Test
    void nothingSaidLeavesNothingBesideTheCapture() {
        assertThat(project.amendments()).doesNotExist();
    }

    @Test
    void capturedFilesThatCanBeStartedAreOffered() {
        assertThat(viewModel.startable()).containsExactly(MANUAL, PROGRAM);
        assertThat(viewModel.isThere(entry("x", PROGRAM.toUpperCase(java.util.Locale.ROOT))))
                .isTrue();
        assertThat(viewModel.isThere(entry("x", "%CONTAINER_PROGRAMFILES%\\App\\gone.exe")))
                .isFalse();
    }

    @Test
    void addedEntryPointsReachTheContainerInTheirOrderAndWithTheMainOne() throws IOException {
        int found = viewModel.entries().size();
        addEntry(EntryDraft.NEW.with("Run", PROGRAM, "--fast", "%CONTAINER_PROGRAMFILES%\\App"));
        addEntry(entry("Manual", MANUAL));
        viewModel.entry(found + 1, old -> old.withMain(true));
        viewModel.move(found + 1, -1);
        viewModel.keep();

        List<EntryPoint> entries = built("one").entrypoints();
        assertThat(entries).hasSize(found + 2);
        assertThat(entries.subList(found, found + 2))
                .containsExactly(
                        new EntryPoint("Manual", MANUAL, Optional.empty(), Optional.empty(), Optional.empty(), true),
                        new EntryPoint(
                                "Run",
                                PROGRAM,
                                Optional.of("--fast"),
                                Optional.of("%CONTAINER_PROGRAMFILES%\\App"),
                                Optional.empty(),
                                false));

        viewModel.remove(found);
        viewModel.keep();
        assertThat(built("two").entrypoints()).hasSize(found + 1);
    }

    @Test
    void aPictureBecomesTheIconOfAnEntryPointAndOfTheApplication() throws IOException {
        Path png = folder.resolve("own.png");
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB), "png", png.toFile());
        addEntry(entry("Run", PROGRAM));
        int at = viewModel.entries().size() - 1;
        viewModel.takeIcon(png, path -> viewModel.entry(at, old -> old.withIcon(path)));
        viewModel.chooseIcon(png);

        EntryDraft entry = viewModel.entries().get(at);
        assertThat(viewModel.icon(entry)).isPresent();
        ContainerConfig config = built("one");
        assertThat(config.entrypoints().getLast().icon()).contains(entry.icon());
        assertThat(config.icon()).contains(viewModel.iconProperty().get());
        assertThat(folder.resolve("one").resolve(config.icon().orElseThrow())).isRegularFile();
    }

    @Test
    void aFileWithoutAnIconIsToldAndChangesNothing() throws IOException {
        viewModel.chooseIcon(Files.writeString(folder.resolve("notes.txt"), "nothing to see here, no icon at all"));
        assertThat(desk.notices.getFirst().toString()).contains("notes.txt");
        assertThat(viewModel.iconProperty().get()).isEmpty();
    }

    @Test
    void isolationOfFoldersAndKeysReachesTheContainerAndTheReview() throws IOException {
        viewModel.rules().add(new Rule("C:\\ProgramData\\App\\**", Mode.ISOLATED));
        viewModel.rules().add(new Rule("HKCU\\Software\\App\\**", Mode.HOST));
        viewModel.documentsProperty().set(false);
        viewModel.keep();

        ContainerConfig config = built("one");
        assertThat(config.isolation().filesystem())
                .contains(new Rule("C:\\ProgramData\\App\\**", Mode.ISOLATED))
                .contains(new Rule("%USERPROFILE%\\Documents\\**", Mode.MERGED));
        assertThat(config.isolation().registry()).containsExactly(new Rule("HKCU\\Software\\App\\**", Mode.HOST));

        ReviewViewModel review = new ReviewViewModel(desk.desk, folder.resolve("rules"), model.amended());
        review.open(project);
        viewModel.removeRule(0);
        review.follow();
        int key = review.stateProperty()
                .getValue()
                .tree()
                .find("C:\\Program Files\\App", Optional.empty())
                .orElseThrow();
        review.isolate(List.of(key), Optional.of(Mode.ISOLATED));
        assertThat(Amendments.read(project.amendments()).isolation())
                .contains(new Rule("HKCU\\Software\\App\\**", Mode.HOST))
                .contains(new Rule("C:\\Program Files\\App\\**", Mode.ISOLATED))
                .doesNotContain(new Rule("C:\\ProgramData\\App\\**", Mode.ISOLATED));
    }

    private static final String BY_HAND = """
            # by hand
            application:
              name: My name
              entrypoints:
                - {name: Manual, target: '%s', default: true}
            """.formatted(MANUAL);

    @Test
    void whatSomebodyElseSaysOfTheApplicationIsShownAndNotWrittenOver() throws IOException {
        Files.writeString(project.amendments(), BY_HAND);
        DescribeViewModel later = new DescribeViewModel(model(), desk.desk);
        later.look();

        assertThat(later.nameProperty().get()).isEqualTo("My name");
        assertThat(later.entries().getFirst().name()).isEqualTo("Manual");
        assertThat(later.entries()).filteredOn(EntryDraft::kept).hasSize(1);
        later.keep();
        assertThat(project.amendments()).hasContent(BY_HAND);

        later.publisherProperty().set("Me");
        later.keep();
        assertThat(Amendments.read(project.amendments()).application().publisher())
                .contains("Me");
        assertThat(Amendments.read(project.amendments()).application().name()).contains("My name");
    }

    @Test
    void aFileThatIsChangedWhileThePageIsOpenIsAskedAbout() throws IOException {
        Files.writeString(project.amendments(), BY_HAND);
        viewModel.publisherProperty().set("Me");
        viewModel.keep();
        assertThat(project.amendments()).hasContent(BY_HAND);
        desk.dialogs.answer(Texts.text("install.cancel"));
        assertThat(viewModel.problemProperty().get().sentence()).contains("amendments.yml");

        viewModel.problemProperty().get().remedies().getFirst().act().run();
        desk.dialogs.answer(Texts.text("changed.take"));
        assertThat(project.amendments()).hasContent(BY_HAND);
        assertThat(viewModel.nameProperty().get()).isEqualTo("My name");
        assertThat(viewModel.publisherProperty().get()).isEmpty();
        assertThat(viewModel.problemProperty().get()).isNull();

        Files.writeString(project.amendments(), "application: {name: Another}\n");
        viewModel.publisherProperty().set("Me");
        viewModel.build();
        assertThat(model.stageProperty().get()).isNotEqualTo(WizardStage.BUILD);
        desk.dialogs.answer(Texts.text("changed.write-over"));
        assertThat(model.stageProperty().get()).isEqualTo(WizardStage.BUILD);
        assertThat(Amendments.read(project.amendments()).application().name()).contains("My name");
        assertThat(Amendments.read(project.amendments()).application().publisher())
                .contains("Me");
        assertThat(desk.dialogs.asked).isEmpty();
    }

    private CaptureModel model() {
        CaptureModel fresh = new CaptureModel();
        fresh.capturedProperty().set(project);
        return fresh;
    }

    @Test
    void whatIsWrongIsSaidAndNotKept() throws IOException {
        addEntry(entry("Run", PROGRAM));
        Amendments kept = Amendments.read(project.amendments());
        viewModel.rules().add(new Rule("somewhere", Mode.HOST));
        viewModel.keep();
        assertThat(viewModel.firstError()).contains(Field.ISOLATION);
        viewModel.rules().clear();
        addEntry(entry("run", MANUAL));
        assertThat(viewModel.firstError()).contains(Field.ENTRIES);
        assertThat(Amendments.read(project.amendments())).isEqualTo(kept);
    }

    @Test
    void whatWasSaidIsThereWhenTheWizardIsTakenUpAgain() {
        viewModel.nameProperty().set("My app");
        addEntry(entry("Run", PROGRAM));
        viewModel.rules().add(new Rule("C:\\ProgramData\\App\\**", Mode.ISOLATED));
        viewModel.keep();

        CaptureModel again = new CaptureModel();
        again.capturedProperty().set(project);
        again.descriptionProperty().set(model.descriptionProperty().get());
        DescribeViewModel second = new DescribeViewModel(again, desk.desk);
        second.look();

        assertThat(second.nameProperty().get()).isEqualTo("My app");
        assertThat(second.entries()).isEqualTo(viewModel.entries());
        assertThat(second.rules()).isEqualTo(viewModel.rules());
        assertThat(second.documentsProperty().get()).isTrue();
    }
}
