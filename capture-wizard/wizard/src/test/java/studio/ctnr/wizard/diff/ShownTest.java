package studio.ctnr.wizard.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.ctnr.engine.rules.RuleSet;

class ShownTest {
    private DiffState state;

    @BeforeEach
    void read() throws IOException {
        DiffTree tree = new ExampleChanges()
                .folder("C:\\App")
                .file("C:\\App\\app.exe", 100)
                .file("C:\\App\\readme.txt", 20)
                .deleted("C:\\Windows\\Temp\\old.tmp")
                .value("HKCU\\Software\\App", "Path", "C:\\Somewhere")
                .tree();
        state = DiffState.judge(tree, RuleSet.NONE);
    }

    private List<String> names(DiffFilter filter) {
        Shown shown = Shown.of(state, filter);
        List<String> names = new ArrayList<>();
        shown.roots().forEach(root -> collect(shown, root, names));
        return names;
    }

    private static void collect(Shown shown, int node, List<String> names) {
        for (int child : shown.children(node)) {
            names.add(shown.state().tree().name(child));
            collect(shown, child, names);
        }
    }

    private static DiffFilter text(String typed) {
        return DiffFilter.ALL.withText(TextFilter.of(typed));
    }

    @Test
    void withoutAFilterAllIsShown() {
        assertThat(names(DiffFilter.ALL))
                .containsExactly(
                        "C:\\App",
                        "app.exe",
                        "readme.txt",
                        "C:\\Windows\\Temp",
                        "old.tmp",
                        "HKCU\\Software\\App",
                        "Path");
    }

    @Test
    void aTextIsLookedForWithoutRegardToCaseAndItsFoldersAreShownWithIt() {
        assertThat(names(text("README"))).containsExactly("C:\\App", "readme.txt");
    }

    @Test
    void theDataOfAValueIsLookedThroughToo() {
        assertThat(names(text("somewhere"))).containsExactly("HKCU\\Software\\App", "Path");
    }

    @Test
    void whatStandsBetweenSlashesIsAnExpression() {
        assertThat(names(text("/(exe|tmp)$/"))).containsExactly("C:\\App", "app.exe", "C:\\Windows\\Temp", "old.tmp");
    }

    @Test
    void aWrongExpressionIsToldAndNotTakenForAText() {
        assertThatThrownBy(() -> TextFilter.of("/(/")).isInstanceOf(PatternSyntaxException.class);
        assertThat(TextFilter.problem("/(/")).isPresent();
        assertThat(TextFilter.problem("(")).isEmpty();
    }

    @Test
    void anExpressionThatNeverEndsIsGivenUp() throws IOException {
        DiffTree tree =
                new ExampleChanges().file("C:\\" + "a".repeat(60) + "!", 1).tree();
        DiffState long1 = DiffState.judge(tree, RuleSet.NONE);

        assertThatThrownBy(() -> Shown.of(long1, text("/(a|a|a)*(a|a)*(a|aa)*c\\1/")))
                .isInstanceOf(TextFilter.SearchGivenUp.class);
    }

    @Test
    void severalQuickFiltersMeanAllOfThem() {
        assertThat(names(DiffFilter.ALL.withCategories(Set.of(Category.EXECUTABLES, Category.ADDED))))
                .containsExactly("C:\\App", "app.exe");
        assertThat(names(DiffFilter.ALL.withCategories(Set.of(Category.EXECUTABLES, Category.DELETED))))
                .isEmpty();
    }

    @Test
    void countsAndSizesFollowTheFilter() {
        Shown shown = Shown.of(state, text("app.exe"));

        assertThat(shown.matches()).isEqualTo(1);
        assertThat(shown.bytes()).isEqualTo(100);
    }

    @Test
    void whatIsIncludedIsLeftOutWhenOnlyTheRestIsWanted() {
        assertThat(names(DiffFilter.ALL.withExcludedOnly(true))).isEmpty();
    }
}
