package studio.ctnr.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileTest {
    @TempDir
    Path folder;

    @Test
    void theBundledRulesAreAllFilesOfTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../../assets/rules"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(RuleSet.BUNDLED);
        }
        assertThat(RuleSet.bundled().rules())
                .hasSizeGreaterThan(40)
                .allSatisfy(rule -> assertThat(rule.verdict().reason()).isNotBlank());
    }

    @Test
    void aProjectsRuleTakesThePlaceOfABundledOneWithItsId() throws IOException {
        write("topic: Ours\nfiles:\n  - {id: temp.folders, path: '%TEMP%', verdict: include, reason: needed}\n");
        RuleSet both = RuleSet.bundled().plus(RuleSet.read(folder));
        assertThat(both.rules()).hasSameSizeAs(RuleSet.bundled().rules());
        assertThat(both.rules().getLast().verdict().topic()).isEqualTo("Ours");
    }

    @Test
    void aRuleOfAProgramAloneSpeaksOfEverythingThatItMade() throws IOException {
        write("topic: T\nregistry:\n  - {id: a, process: 'x*.exe', parent: setup.exe, reason: r}\n");
        Rule rule = RuleSet.read(folder).rules().getFirst();
        assertThat(rule.patterns()).containsExactly("**");
        assertThat(rule.conditions().writtenBy())
                .isEqualTo(new WrittenBy(Optional.of("x*.exe"), Optional.of("setup.exe")));
    }

    @Test
    void noFolderMeansNoRules() throws IOException {
        assertThat(RuleSet.read(folder.resolve("none"))).isEqualTo(RuleSet.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {id: a, path: '%NOPE%\\x', reason: r}           | :3:19: | names no variable
                    {id: a, path: 'x\\y', reason: r}                | :3:19: | starts nowhere
                    {id: a, path: '*.x', path-regex: '(', reason: r}| :3:38: | regular expression is wrong
                    {id: a, path: '*.x'}                            | :3:5:  | "reason" is missing
                    {id: a, reason: r}                              | :3:5:  | "path" is missing
                    {id: A b, path: '*.x', reason: r}               | :3:10: | is no id
                    {id: a, path: '*.x', reason: r, verdict: maybe} | :3:46: | exclude or include
                    {id: a, path: '*.x', reason: r, change: gone}   | :3:45: | added, changed or deleted
                    {id: a, path: '*.x', reason: r, value: x}       | :3:37: | "value" is unknown here
                    {id: a, process: 'C:\\x.exe', reason: r}         | :3:22: | without a path
                    {id: a, path: '*.x', reason: r, parent: ''}     | :3:45: | no program's file name
                    {id: a, path: [[x]], reason: r}                 | :3:20: | is one text
                    {id: a, path: '*.x, reason: r}                  | :4:1:  | check quotes
                    just text                                       | :3:5:  | is a mapping
                    """)
    void aWrongRuleIsToldWithItsPlaceAndRemedy(String rule, String place, String problem) throws IOException {
        write("topic: T\nfiles:\n  - " + rule.strip() + "\n");
        assertThatThrownBy(() -> RuleSet.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("own.yml" + place)
                .hasMessageContaining(problem);
    }

    @Test
    void twoRulesWithOneIdAreRefused() throws IOException {
        write("topic: T\nfiles:\n  - {id: a, path: x, reason: r}\n  - {id: a, path: y, reason: r}\n");
        assertThatThrownBy(() -> RuleSet.read(folder)).hasMessageContaining("id a");
    }

    @Test
    void aFileThatNestsWithoutEndIsRefused() throws IOException {
        write("topic: " + "[".repeat(200_000));
        assertThatThrownBy(() -> RuleSet.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("own.yml");
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("own.yml"), text);
    }
}
