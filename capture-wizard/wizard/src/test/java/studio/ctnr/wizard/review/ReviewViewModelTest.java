package studio.ctnr.wizard.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.Progress;
import studio.ctnr.engine.project.CaptureDraft;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.project.CaptureRecord;
import studio.ctnr.engine.project.StepRecord;
import studio.ctnr.engine.rules.Decision;
import studio.ctnr.engine.rules.Outcome;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.wizard.diff.Category;
import studio.ctnr.wizard.diff.DiffState;
import studio.ctnr.wizard.diff.DiffState.Mark;
import studio.ctnr.wizard.diff.ExampleChanges;

class ReviewViewModelTest {
    @TempDir
    private Path folder;

    private final ReviewViewModel viewModel = new ReviewViewModel(Background.immediate());
    private CaptureProject project;

    @BeforeEach
    void open() throws IOException {
        project = project(
                new ExampleChanges()
                        .folder("C:\\App")
                        .folder("C:\\App\\help")
                        .deleted("C:\\App\\old.exe")
                        .value("HKCU\\Software\\App", "Path", "x"),
                folder.resolve("app.capture"));
        viewModel.open(project);
    }

    private static CaptureProject project(ExampleChanges changes, Path root) throws IOException {
        StepRecord step = new StepRecord(
                "setup.exe", 1, "0".repeat(64), "NSIS", List.of(), OptionalLong.of(0), Instant.EPOCH, Instant.EPOCH);
        CaptureRecord record = new CaptureRecord(changes.machine(), List.of(step), Instant.EPOCH, Instant.EPOCH);
        try (CaptureDraft draft = CaptureDraft.in(root)) {
            return draft.commit(record, changes, Progress.NONE);
        }
    }

    private DiffState state() {
        return viewModel.shownProperty().get().state();
    }

    private int node(String path) {
        return state().tree().find(path, Optional.empty()).orElseThrow();
    }

    private String verdicts() throws IOException {
        return Files.exists(project.verdicts()) ? Files.readString(project.verdicts()) : "";
    }

    @Test
    void whatIsExcludedIsInTheProjectAtOnce() throws IOException {
        viewModel.decide(List.of(node("C:\\App\\help")), Outcome.EXCLUDE);

        assertThat(state().mark(node("C:\\App\\help"))).isEqualTo(Mark.OUT);
        assertThat(verdicts()).contains("- exclude: 'C:\\App\\help'");
    }

    @Test
    void everythingCanBeTakenBackAndDoneAgain() throws IOException {
        viewModel.decide(List.of(node("C:\\App\\help")), Outcome.EXCLUDE);
        viewModel.decide(new Decision(Outcome.EXCLUDE, "*.exe", Optional.empty(), ""));
        assertThat(state().mark(node("C:\\App\\old.exe"))).isEqualTo(Mark.OUT);

        viewModel.history().undo();
        viewModel.history().undo();
        assertThat(state().excluded()).isZero();
        assertThat(verdicts()).doesNotContain("exclude");

        viewModel.history().redo();
        assertThat(state().mark(node("C:\\App\\help"))).isEqualTo(Mark.OUT);
        assertThat(state().mark(node("C:\\App\\old.exe"))).isEqualTo(Mark.IN);
        assertThat(verdicts()).contains("help");
    }

    @Test
    void aDecisionMadeByHandCanBeLeftToTheRulesAgain() throws IOException {
        int help = node("C:\\App\\help");
        viewModel.decide(List.of(help), Outcome.EXCLUDE);

        viewModel.forget(List.of(help));

        assertThat(state().mark(help)).isEqualTo(Mark.IN);
        assertThat(verdicts()).doesNotContain("help");
    }

    @Test
    void commentsInTheFileSurviveADecision() throws IOException {
        Files.writeString(project.verdicts(), "# mine\nverdicts:\n  - include: 'C:\\App' # all of it\n");
        viewModel.open(project);

        viewModel.decide(List.of(node("C:\\App\\help")), Outcome.EXCLUDE);

        assertThat(verdicts()).startsWith("# mine\n").contains("# all of it");
    }

    @Test
    void filtersNarrowWhatIsShownAndLeaveTheDecisionsAlone() {
        viewModel.textProperty().set("/old|path/");
        assertThat(viewModel.shownProperty().get().matches()).isEqualTo(2);

        viewModel.toggle(Category.DELETED);
        assertThat(viewModel.shownProperty().get().matches()).isEqualTo(1);

        viewModel.showAll();
        assertThat(viewModel.shownProperty().get().matches()).isEqualTo(4);
        assertThat(state().excluded()).isZero();
    }

    @Test
    void aHalfTypedExpressionIsToldAndWhatWasShownStays() {
        viewModel.textProperty().set("old");
        viewModel.textProperty().set("/old(/");

        assertThat(viewModel.textProblemProperty().get()).isPresent();
        assertThat(viewModel.shownProperty().get().matches()).isEqualTo(1);
    }

    @Test
    void aRuleInTheMakingSaysWhatElseItWouldCatch() throws IOException {
        var caught = viewModel
                .session()
                .orElseThrow()
                .catches(new Decision(Outcome.EXCLUDE, "C:\\App\\*", Optional.empty(), ""));

        assertThat(caught.count()).isEqualTo(2);
        assertThat(caught.examples()).containsExactly("C:\\App\\help", "C:\\App\\old.exe");
    }

    @Test
    void aDamagedVerdictFileIsAProblemWithItsPlaceAndCanBeReadAgain() throws IOException {
        Files.writeString(project.verdicts(), "verdicts: nonsense\n");

        viewModel.open(project);
        assertThat(viewModel.problemProperty().get().sentence()).contains("verdicts.yml");

        Files.delete(project.verdicts());
        viewModel.problemProperty().get().remedies().getFirst().act().run();
        assertThat(viewModel.problemProperty().get()).isNull();
        assertThat(state().included()).isEqualTo(4);
    }
}
