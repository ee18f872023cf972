package studio.ctnr.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsTest {
    private static final Decision DOCS = new Decision(Outcome.EXCLUDE, "C:\\App\\docs", Optional.empty(), "it's big");
    private static final Decision VALUE = new Decision(Outcome.INCLUDE, "HKCU\\K", Optional.of("a \"b\"\n"), "");

    @TempDir
    Path temp;

    @Test
    void theFirstDecisionMakesTheFile() throws IOException {
        Path file = temp.resolve("verdicts.yml");
        Decisions.read(file).with(DOCS).with(VALUE).write(file);
        assertThat(file).content().startsWith("# ").endsWith("""
                        verdicts:
                          - exclude: 'C:\\App\\docs'
                            reason: 'it''s big'
                          - include: 'HKCU\\K'
                            value: "a \\"b\\"\\u000a"
                        """);
        assertThat(Decisions.read(file).list()).containsExactly(DOCS, VALUE);
    }

    @Test
    void commentsAndOrderStay() throws IOException {
        Decisions decisions = read("""
                # head
                verdicts:   # all of them

                # why docs
                -   exclude: C:\\App\\docs   # here
                    reason: >
                      folded
                      text

                # between
                -   include: 'HKCU\\Other'
                # tail
                """);
        assertThat(decisions.list().getFirst().reason()).isEqualTo("folded text\n");
        Decision again = new Decision(Outcome.INCLUDE, "c:\\app\\DOCS", Optional.empty(), "");
        assertThat(decisions.with(again).with(VALUE).text()).isEqualTo("""
                        # head
                        verdicts:   # all of them

                        # why docs
                        - include: 'c:\\app\\DOCS'

                        # between
                        -   include: 'HKCU\\Other'
                        - include: 'HKCU\\K'
                          value: "a \\"b\\"\\u000a"
                        # tail
                        """);
    }

    @Test
    void theSamePatternForAnotherProgramIsAnotherDecision() throws IOException {
        Decision updaters =
                new Decision(Outcome.EXCLUDE, "C:\\App\\docs", Optional.empty(), Optional.of("up*.exe"), "");
        Decisions both = read("").with(DOCS).with(updaters);
        assertThat(both.list()).containsExactly(DOCS, updaters);
        assertThat(both.text()).endsWith("  - exclude: 'C:\\App\\docs'\n    process: 'up*.exe'\n");
        assertThat(both.without(updaters).list()).containsExactly(DOCS);
        assertThatThrownBy(() -> read("verdicts:\n  - exclude: 'C:\\App'\n    process: 'C:\\x.exe'\n"))
                .hasMessageContaining(":2:")
                .hasMessageContaining("without a path");
        Path rules = temp.resolve("rules");
        SharedRule.of(updaters, List.of(rules)).write(rules);
        assertThat(RuleSet.read(rules).rules().getFirst().conditions()).isEqualTo(updaters.conditions());
    }

    @Test
    void aDecisionIsTakenBack() throws IOException {
        Decisions decisions = read("verdicts:\n  - exclude: C:\\App\\docs\n    reason: r\n# end\n");
        assertThat(decisions.without(DOCS).text()).isEqualTo("verdicts:\n# end\n");
        assertThat(decisions.without(DOCS).with(VALUE).list()).containsExactly(VALUE);
        assertThat(decisions.without(VALUE).text()).isEqualTo(decisions.text());
    }

    @Test
    void anEmptyListIsFilled() throws IOException {
        assertThat(read("# mine\nverdicts: []\n").with(DOCS).text()).startsWith("# mine\nverdicts:\n  - exclude");
    }

    @Test
    void aWrongDecisionIsToldWithItsPlace() throws IOException {
        assertThatThrownBy(() -> read("verdicts:\n  - exclude: 'App\\docs'\n"))
                .hasMessageContaining("verdicts.yml:2:14:")
                .hasMessageContaining("starts nowhere");
        assertThatThrownBy(() -> read("verdicts:\n  - reason: none\n")).hasMessageContaining("verdicts.yml:2:5:");
        assertThatThrownBy(() -> read("verdicts:\n  - {exclude: 'C:\\x', value: y}\n"))
                .hasMessageContaining("belongs to a registry key");
    }

    @Test
    void aListThatCannotBePatchedByLinesIsLeftAlone() throws IOException {
        Decisions decisions = read("verdicts: [{exclude: 'C:\\x'}]\n");
        assertThatThrownBy(() -> decisions.with(DOCS)).hasMessageContaining("on a line of its own");
    }

    private Decisions read(String text) throws IOException {
        Path file = temp.resolve("verdicts.yml");
        Files.writeString(file, text);
        return Decisions.read(file);
    }
}
