package studio.ctnr.wizard.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.engine.rules.Decision;
import studio.ctnr.engine.rules.Decisions;
import studio.ctnr.engine.rules.Outcome;
import studio.ctnr.engine.rules.RuleSet;
import studio.ctnr.wizard.diff.DiffState.Mark;

class DiffStateTest {
    @TempDir
    private Path folder;

    private DiffTree tree;
    private Decisions decisions;

    @BeforeEach
    void read() throws IOException {
        tree = new ExampleChanges()
                .folder("C:\\App")
                .file("C:\\App\\app.exe", 100)
                .folder("C:\\App\\help")
                .file("C:\\App\\help\\one.txt", 20)
                .file("C:\\App\\help\\[two].txt", 30)
                .value("HKCU\\Software\\App", "Path", "x")
                .value("HKCU\\Software\\App", "Other", "y")
                .tree();
        decisions = Decisions.read(folder.resolve("verdicts.yml"));
    }

    private DiffState state() throws IOException {
        return DiffState.judge(tree, RuleSet.NONE.plus(decisions.rules()));
    }

    private int node(String path) {
        return tree.find(path, Optional.empty()).orElseThrow();
    }

    private void decide(int node, Outcome outcome) throws IOException {
        decisions = Decided.on(decisions, tree, List.of(node), outcome);
    }

    @Test
    void whatNobodyDecidedOnIsIn() throws IOException {
        DiffState state = state();

        assertThat(state.included()).isEqualTo(7);
        assertThat(state.includedBytes()).isEqualTo(150);
        assertThat(state.mark(DiffTree.FILES)).isEqualTo(Mark.IN);
    }

    @Test
    void anExcludedFileLeavesItsFoldersPartlyIn() throws IOException {
        decide(node("C:\\App\\help\\one.txt"), Outcome.EXCLUDE);
        DiffState state = state();

        assertThat(state.mark(node("C:\\App\\help\\one.txt"))).isEqualTo(Mark.OUT);
        assertThat(state.mark(node("C:\\App\\help"))).isEqualTo(Mark.PARTLY);
        assertThat(state.mark(node("C:\\App"))).isEqualTo(Mark.PARTLY);
        assertThat(state.includedBytesIn(node("C:\\App"))).isEqualTo(130);
        assertThat(state.excluded()).isEqualTo(1);
    }

    @Test
    void anExcludedFolderTakesWithItWhatWasIncludedInItBefore() throws IOException {
        decide(node("C:\\App\\help\\one.txt"), Outcome.INCLUDE);
        decide(node("C:\\App\\help"), Outcome.EXCLUDE);

        assertThat(state().mark(node("C:\\App\\help"))).isEqualTo(Mark.OUT);
        assertThat(decisions.list()).hasSize(1);
    }

    @Test
    void aFileInAnExcludedFolderCanBeTakenInAgain() throws IOException {
        decide(node("C:\\App\\help"), Outcome.EXCLUDE);
        decide(node("C:\\App\\help\\one.txt"), Outcome.INCLUDE);
        DiffState state = state();

        assertThat(state.mark(node("C:\\App\\help\\one.txt"))).isEqualTo(Mark.IN);
        assertThat(state.mark(node("C:\\App\\help"))).isEqualTo(Mark.PARTLY);
    }

    @Test
    void aNameWithTheSignsOfAPatternMeansItself() throws IOException {
        decide(node("C:\\App\\help\\[two].txt"), Outcome.EXCLUDE);

        assertThat(state().mark(node("C:\\App\\help\\[two].txt"))).isEqualTo(Mark.OUT);
        assertThat(state().excluded()).isEqualTo(1);
    }

    @Test
    void oneValueIsExcludedWithoutItsNeighbours() throws IOException {
        int value = tree.find("HKCU\\Software\\App", Optional.of("Path")).orElseThrow();
        decide(value, Outcome.EXCLUDE);

        assertThat(state().excluded()).isEqualTo(1);
        assertThat(state().mark(tree.registry())).isEqualTo(Mark.PARTLY);
    }

    @Test
    void theRootOfTheRegistryMeansAllOfIt() throws IOException {
        decide(tree.registry(), Outcome.EXCLUDE);

        assertThat(state().mark(tree.registry())).isEqualTo(Mark.OUT);
        assertThat(state().mark(DiffTree.FILES)).isEqualTo(Mark.IN);
    }

    @Test
    void aPatternOfOnesOwnWordsExcludesAllThatItMeans() throws IOException {
        decisions = decisions.with(new Decision(Outcome.EXCLUDE, "*.txt", Optional.empty(), "nobody reads it"));

        assertThat(state().mark(node("C:\\App\\help\\one.txt"))).isEqualTo(Mark.OUT);
        assertThat(state().verdict(node("C:\\App\\help\\one.txt")).orElseThrow().reason())
                .isEqualTo("nobody reads it");
    }
}
