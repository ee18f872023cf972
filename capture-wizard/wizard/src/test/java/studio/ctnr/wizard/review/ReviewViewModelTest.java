package studio.ctnr.wizard.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.config.Isolation.Mode;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.container.reg.RegEdit;
import studio.ctnr.container.reg.RegFileReader;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.rules.Decision;
import studio.ctnr.engine.rules.Outcome;
import studio.ctnr.engine.rules.RuleSet;
import studio.ctnr.toolkit.support.FakeDesk;
import studio.ctnr.wizard.diff.Category;
import studio.ctnr.wizard.diff.DiffState;
import studio.ctnr.wizard.diff.DiffState.Mark;
import studio.ctnr.wizard.diff.DiffTree;
import studio.ctnr.wizard.diff.ExampleChanges;
import studio.ctnr.wizard.model.Amended;
import studio.ctnr.wizard.text.Texts;

class ReviewViewModelTest {
    @TempDir
    private Path folder;

    private final FakeDesk user = new FakeDesk();
    private ReviewViewModel viewModel;
    private CaptureProject project;

    @BeforeEach
    void open() throws IOException {
        viewModel = new ReviewViewModel(user.desk, folder.resolve("rules"), new Amended());
        project = new ExampleChanges()
                .folder("C:\\App")
                .folder("C:\\App\\help")
                .deleted("C:\\App\\old.exe")
                .value("HKCU\\Software\\App", "Path", "x")
                .project(folder.resolve("app.capture"));
        viewModel.open(project);
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
    void whatWasNotObservedIsSaidEvenWhenTheProjectIsOpenedLater() throws IOException {
        assertThat(viewModel.unobservedProperty().get()).isEmpty();
        Path description = project.root().resolve("project.yml");
        Files.writeString(description, Files.readString(description).replace("steps:\n  - installer", """
                steps:
                  - not-observed:
                      - {what: 64-bit programs, subject: 'x64\\ctnr.dll', status: 193}
                      - {what: program, subject: 'C:\\a.exe', status: 5}
                    installer"""));

        viewModel.open(CaptureProject.open(project.root()));

        assertThat(viewModel.unobservedProperty().get().orElseThrow())
                .contains(
                        Texts.text("review.unobserved.programs-64", "x64\\ctnr.dll"),
                        Texts.text("review.unobserved.program", "C:\\a.exe"));
    }

    @Test
    void whatSomebodyElseWroteToTheVerdictsIsNotWrittenOver() throws IOException {
        int old = node("C:\\App\\old.exe");
        viewModel.decide(List.of(node("C:\\App\\help")), Outcome.EXCLUDE);
        String byHand = "verdicts:\n  - exclude: 'C:\\App\\old.exe' # by hand\n";
        Files.writeString(project.verdicts(), byHand);

        viewModel.decide(List.of(node("HKCU\\Software\\App")), Outcome.EXCLUDE);
        assertThat(verdicts()).isEqualTo(byHand);
        user.dialogs.answer(Texts.text("install.cancel"));
        assertThat(verdicts()).isEqualTo(byHand);
        assertThat(viewModel.problemProperty().get().sentence()).contains("verdicts.yml");

        viewModel.problemProperty().get().remedies().getFirst().act().run();
        user.dialogs.answer(Texts.text("changed.take"));
        assertThat(verdicts()).isEqualTo(byHand);
        assertThat(viewModel.problemProperty().get()).isNull();
        assertThat(state().mark(old)).isEqualTo(Mark.OUT);
        assertThat(state().mark(node("C:\\App\\help"))).isEqualTo(Mark.IN);

        Files.delete(project.verdicts());
        viewModel.decide(List.of(node("C:\\App\\help")), Outcome.EXCLUDE);
        user.dialogs.answer(Texts.text("changed.write-over"));
        assertThat(verdicts()).contains("C:\\App\\help").contains("# by hand");
        assertThat(user.dialogs.asked).isEmpty();
    }

    @Test
    void andSoItIsWithWhatIsAmended() throws IOException {
        int key = node("HKCU\\Software\\App");
        Files.writeString(project.amendments(), "# by hand\nisolation:\n  - {path: 'C:\\A', mode: host}\n");

        viewModel.isolate(List.of(key), Optional.of(Mode.ISOLATED));
        assertThat(project.amendments()).content().startsWith("# by hand");
        user.dialogs.answer(Texts.text("changed.take"));
        assertThat(project.amendments()).content().startsWith("# by hand");

        viewModel.isolate(List.of(key), Optional.of(Mode.ISOLATED));
        assertThat(user.dialogs.asked).isEmpty();
        assertThat(project.amendments()).content().contains("C:\\A", "HKCU\\Software\\App");
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
    void aRuleForLaterCapturesIsInBothFoldersUntilItIsTakenBack() throws IOException {
        viewModel.share(new Decision(Outcome.EXCLUDE, "HKCU\\Software\\App", Optional.of("Pa*"), "it's a path"));

        assertThat(state().excluded()).isEqualTo(1);
        assertThat(verdicts()).isEmpty();
        assertThat(RuleSet.read(folder.resolve("rules"))).isEqualTo(RuleSet.read(project.rules()));
        assertThat(RuleSet.read(project.rules()).rules()).singleElement().satisfies(rule -> {
            assertThat(rule.verdict().rule()).isEqualTo("mine.app");
            assertThat(rule.verdict().reason()).isEqualTo("it's a path");
        });
        viewModel.open(project);
        assertThat(state().excluded()).isEqualTo(1);

        viewModel.share(new Decision(Outcome.EXCLUDE, "C:\\App", Optional.empty(), ""));
        assertThat(folder.resolve("rules/mine.app-2.yml")).exists();
        viewModel.history().undo();
        assertThat(state().excluded()).isEqualTo(1);
        assertThat(folder.resolve("rules/mine.app-2.yml")).doesNotExist();
        assertThat(project.rules().resolve("mine.app-2.yml")).doesNotExist();
        assertThat(project.rules().resolve("mine.app.yml")).exists();
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

    private int value() {
        return state().tree().find("HKCU\\Software\\App", Optional.of("Path")).orElseThrow();
    }

    private void edit(String text) {
        RegistryValue now = state().value(value()).orElseThrow().after().orElseThrow();
        byte[] data = ValueDialog.parse(now, text).bytes(now.type());
        viewModel.amend(KeyPath.of("HKCU\\Software\\App"), new RegistryValue(now.name(), now.type(), data));
    }

    @Test
    void aValueIsEditedRestoredAndBothCanBeTakenBack() throws IOException {
        edit("live");
        assertThat(CellTexts.what(state(), value())).isEqualTo("Path = live");
        assertThat(CellTexts.verdict(state(), value())).endsWith(Texts.text("review.amended"));
        assertThat(Files.readString(project.amendments())).contains("text: live");
        assertThat(state().tree().value(value()).orElseThrow().after().orElseThrow())
                .matches(captured -> captured.sameContent(RegistryValue.text("", "x")));

        viewModel.restore(List.of(value()));
        assertThat(state().isAmended(value())).isFalse();
        assertThat(project.amendments()).doesNotExist();

        viewModel.history().undo();
        assertThat(CellTexts.what(state(), value())).isEqualTo("Path = live");
        viewModel.history().undo();
        assertThat(CellTexts.what(state(), value())).isEqualTo("Path = x");
    }

    @Test
    void aProjectThatIsOpenedAgainHasItsEdits() {
        edit("live");
        viewModel.isolate(List.of(node("C:\\App\\help")), Optional.of(Mode.ISOLATED));
        viewModel.open(project);
        assertThat(CellTexts.what(state(), value())).isEqualTo("Path = live");
        assertThat(state().mode(node("C:\\App\\help"))).hasValue(Mode.ISOLATED);
    }

    @Test
    void aPlaceIsIsolatedByARuleForItAndWhatItHolds() throws IOException {
        viewModel.isolate(List.of(node("C:\\App\\help"), node("HKCU\\Software\\App")), Optional.of(Mode.ISOLATED));
        assertThat(Files.readString(project.amendments()))
                .contains("path: C:\\App\\help\\**", "path: HKCU\\Software\\App\\**", "mode: isolated");
        assertThat(state().mode(node("C:\\App"))).isEmpty();

        viewModel.isolate(List.of(node("C:\\App\\help")), Optional.empty());
        assertThat(state().mode(node("C:\\App\\help"))).isEmpty();
        assertThat(state().mode(node("HKCU\\Software\\App"))).hasValue(Mode.ISOLATED);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 0x1F, 1f000000",
        "4, 31, 1f000000",
        "11, 31, 1f00000000000000",
        "1, ab, 610062000000",
        "3, '00 ff', 00ff",
    })
    void whatIsTypedBecomesDataOfTheValuesType(int type, String typed, String bytes) {
        byte[] zero = new byte[type == 11 ? 8 : type == 1 ? 2 : 4];
        byte[] data =
                ValueDialog.parse(new RegistryValue("a", type, zero), typed).bytes(type);
        assertThat(HexFormat.of().formatHex(data)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"4, x", "4, 4294967296", "4, -1", "3, 0g", "3, 123"})
    void whatIsNoSuchDataIsRefused(int type, String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueDialog.parse(new RegistryValue("a", type, new byte[4]), typed)
                        .bytes(type));
    }

    @Test
    void keysAreExportedAsAFileThatRegeditReads() throws IOException {
        edit("live");
        Path file = folder.resolve("app.reg");
        assertThat(RegistryExport.write(state(), List.of(state().tree().registry()), file))
                .isEqualTo(1);
        assertThat(Files.readString(file, StandardCharsets.UTF_16))
                .startsWith("Windows Registry Editor Version 5.00")
                .contains("[HKEY_CURRENT_USER\\Software\\App]\r\n\"Path\"=\"live\"");
    }

    private ReviewViewModel reviewOf(ExampleChanges changes) throws IOException {
        ReviewViewModel other = new ReviewViewModel(user.desk, folder.resolve("rules"), new Amended());
        other.open(changes.project(folder.resolve("other.capture")));
        return other;
    }

    @Test
    void whatWasDeletedIsDeletedByTheExportedFile() throws IOException {
        ReviewViewModel other = reviewOf(new ExampleChanges()
                .folder("C:\\App")
                .value("HKCU\\Software\\App", "Path", "x")
                .deletedValue("HKCU\\Software\\App", "Old")
                .deletedValue("HKCU\\Software\\App", "")
                .deletedKey("HKLM\\Software\\Gone")
                .deletedValue("HKLM\\Software\\Gone", "With it"));
        DiffState state = other.stateProperty().getValue();
        Path file = folder.resolve("app.reg");

        assertThat(RegistryExport.write(state, List.of(state.tree().registry()), file))
                .isEqualTo(3);
        List<String> edits = new ArrayList<>();
        RegFileReader.read(
                file,
                edit -> edits.add(
                        switch (edit) {
                            case RegEdit.DeleteKey gone -> "-" + gone.key();
                            case RegEdit.DeleteValue gone -> gone.key() + " -" + gone.name();
                            case RegEdit.SetValue set ->
                                set.key() + " " + set.value().name();
                            case RegEdit.CreateKey key -> "";
                        }));
        assertThat(edits)
                .contains(
                        "-HKEY_LOCAL_MACHINE\\Software\\Gone",
                        "HKEY_CURRENT_USER\\Software\\App Path",
                        "HKEY_CURRENT_USER\\Software\\App -Old",
                        "HKEY_CURRENT_USER\\Software\\App -")
                .doesNotContain("HKEY_LOCAL_MACHINE\\Software\\Gone -With it");
    }

    @Test
    void whatIsShownIsExportedAsAListForOtherPrograms() throws IOException {
        ReviewViewModel other = reviewOf(new ExampleChanges()
                .folder("C:\\App, with comma")
                .value("HKCU\\Software\\App", "=cmd|calc", "a \"quoted\" word"));
        Path commas = folder.resolve("list.csv");
        Path json = folder.resolve("list.json");

        assertThat(ChangeList.write(other.shownProperty().get(), commas)).isEqualTo(2);
        assertThat(ChangeList.write(other.shownProperty().get(), json)).isEqualTo(2);
        List<String> lines = Files.readAllLines(commas);
        assertThat(lines.getFirst())
                .isEqualTo("\ufeffkind,path,value,change,size,type,data,included,source,rule,reason,process");
        assertThat(lines.get(1)).startsWith("folder,\"C:\\App, with comma\",,added,,,,true,default,");
        assertThat(lines.get(2))
                .startsWith("value,HKCU\\Software\\App,'=cmd|calc,added,,REG_SZ,\"a \"\"quoted\"\" word\",true");
        assertThat(Files.readString(json)).contains("\"value\" : \"=cmd|calc\"").contains("\"included\" : true");

        other.textProperty().set("comma");
        assertThat(ChangeList.write(other.shownProperty().get(), commas)).isEqualTo(1);
    }

    @Test
    void filesAndKeysTogetherAreExportedIntoOneFolder() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("captured/content/App"));
        Files.writeString(inside.resolve("a.txt"), "a");
        ReviewViewModel other = reviewOf(new ExampleChanges(folder.resolve("captured"))
                .folder("C:\\App")
                .file("C:\\App\\a.txt", 1)
                .value("HKCU\\Software\\App", "Path", "x"));
        DiffState state = other.stateProperty().getValue();
        FakeDesk desk = new FakeDesk();
        Path goal = Files.createDirectories(folder.resolve("goal"));
        desk.dialogs.chosen = List.of(goal);

        new ReviewExport(desk.desk)
                .export(state, List.of(DiffTree.FILES, state.tree().registry()));
        try (Stream<Path> all = Files.walk(goal)) {
            assertThat(all.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("a.txt", "registry.reg");
        }
    }
}
