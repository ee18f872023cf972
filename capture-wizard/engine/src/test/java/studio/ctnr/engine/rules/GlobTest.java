package studio.ctnr.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.ctnr.container.WindowsNames;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "C:\\A\\b.txt,       C:\\a\\B.TXT,            true",
        "C:\\A,              C:\\A\\b\\c,             true",
        "C:\\A,              C:\\AB,                  false",
        "C:\\A\\*,           C:\\A,                   false",
        "C:\\A\\*,           C:\\A\\b\\c,             true",
        "C:\\A\\**,          C:\\A,                   true",
        "C:\\A\\**\\*.log,   C:\\A\\x.log,            true",
        "C:\\A\\**\\*.log,   C:\\A\\b\\c\\x.log,      true",
        "C:\\A\\**\\*.log,   C:\\A\\b\\c\\x.txt,      false",
        "**\\b\\**\\d,       C:\\b\\c\\b\\d,          true",
        "**\\b\\**\\d,       C:\\c\\d,                false",
        "?:\\x,              D:\\x,                   true",
        "C:\\a?c,            C:\\ac,                  false",
        "HKCR\\[*]\\shell,   HKCR\\*\\shell,          true",
        "HKCR\\[*]\\shell,   HKCR\\txtfile\\shell,    false",
        "C:\\[?]{x}[1],      C:\\?{X}[1],             true",
    })
    void aPatternMeansAPathAndAllThatLiesInIt(String pattern, String path, boolean expected) {
        GlobIndex index = new GlobIndex();
        index.add(Glob.of(pattern), 7);
        assertThat(new GlobWalk(index).at(path).all()).isEqualTo(expected ? new int[] {7} : new int[0]);
    }

    @ParameterizedTest
    @CsvSource({"C:\\a**b, stands alone", "C:\\a\\..\\b, steps through", "C:\\\\\\a, empty name"})
    void aPatternThatMakesNoSenseSaysWhy(String pattern, String why) {
        assertThatThrownBy(() -> Glob.of(pattern)).hasMessageContaining(why);
    }

    @Test
    void aWalkFindsTheSameInAnyOrder() {
        GlobIndex index = new GlobIndex();
        List<String> patterns = List.of("C:\\A", "C:\\A\\B*", "**\\c", "C:\\A\\**\\d", "C:\\AB\\*", "**");
        for (int i = 0; i < patterns.size(); i++) {
            index.add(Glob.of(patterns.get(i)), i);
        }
        List<String> paths = List.of(
                "C:",
                "C:\\A",
                "C:\\AB",
                "C:\\A\\B",
                "C:\\A\\BB\\c",
                "C:\\A\\BB",
                "C:\\A",
                "C:\\a\\d",
                "D:\\A\\c\\d",
                "C:\\AB\\c",
                "C:\\A");
        GlobWalk walk = new GlobWalk(index);
        for (String path : paths) {
            assertThat(walk.at(path).all())
                    .as(path)
                    .isEqualTo(new GlobWalk(index).at(path).all());
        }
    }

    @Property
    void aNameMatchesAsItsRegularExpressionDoes(
            @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'b') String name,
            @ForAll("pattern") String pattern) {
        String regex = pattern.replace("*", ".*").replace("?", ".");
        assertThat(NameGlob.of(pattern).test(name)).isEqualTo(name.matches(regex));
    }

    @Provide
    Arbitrary<String> pattern() {
        return Arbitraries.strings().withChars("ab*?").ofMaxLength(8);
    }

    @Property
    void aQuotedNameMeansItselfAlone(@ForAll String name, @ForAll String other) {
        NameGlob quoted = NameGlob.of(NameGlob.quote(name));
        assertThat(quoted.isLiteral()).isTrue();
        assertThat(quoted.test(name)).isTrue();
        assertThat(quoted.test(other)).isEqualTo(WindowsNames.fold(other).equals(WindowsNames.fold(name)));
    }

    @Test
    @Timeout(5)
    void manyStarsTakeNoTime() {
        NameGlob glob = NameGlob.of("*a".repeat(100) + "*b");
        assertThat(glob.test("a".repeat(4000))).isFalse();
    }

    @Test
    void aRegularExpressionThatRunsAwayIsStoppedAndNamed() {
        BoundedRegex regex = new BoundedRegex("^(a+)+\\1b$", "my.rule");
        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() ->
                        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> regex.test("a".repeat(60) + "!")))
                .withMessageContaining("my.rule");
    }

    @Test
    void aRegularExpressionThatIsSlowOnEveryTextIsStoppedToo() {
        BoundedRegex regex = new BoundedRegex(".*.*.*x$", "slow.rule");
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100_000; i++) {
                        regex.test("a".repeat(60));
                    }
                })
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("slow.rule");
    }

    @Test
    void aWrongRegularExpressionSaysWhere() {
        assertThatThrownBy(() -> new BoundedRegex("a(b", "r")).hasMessageContaining("at character 4");
    }
}
