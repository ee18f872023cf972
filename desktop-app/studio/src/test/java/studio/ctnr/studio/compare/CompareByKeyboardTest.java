package studio.ctnr.studio.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import studio.ctnr.toolkit.action.ActionTable;
import studio.ctnr.toolkit.support.FakeDesk;
import studio.ctnr.toolkit.support.FxTest;
import studio.ctnr.workbench.compare.Change;
import studio.ctnr.workbench.compare.Comparison;
import studio.ctnr.workbench.compare.SettingDifference;

/** Two containers are chosen, compared, filtered and copied without a mouse. */
class CompareByKeyboardTest extends FxTest {
    private final FakeDesk user = new FakeDesk();

    @Test
    void differencesAreFoundFilteredAndCopiedWithoutAMouse() {
        show(() -> {
            ComparePage page = new ComparePage(new Two(), user.desk);
            ActionTable actions = new ActionTable();
            actions.add(page.actions());
            page.view().sceneProperty().subscribe(scene -> {
                if (scene != null) {
                    actions.listenTo(scene);
                }
            });
            return page.view();
        });
        onFx(() -> {
            lookup("#compare-first").query().requestFocus();
            return null;
        });
        write("a").type(KeyCode.TAB, KeyCode.TAB, KeyCode.TAB);
        until("the second has the focus", () -> focused("compare-second"));
        write("b").type(KeyCode.ENTER);
        until("the list has the focus", () -> focused("compare-differences"));

        press(KeyCode.SHORTCUT, KeyCode.C).release(KeyCode.C, KeyCode.SHORTCUT);
        assertThat(user.dialogs.clipboard).isEqualTo("~ name: a -> b\n");

        press(KeyCode.SHORTCUT, KeyCode.F).release(KeyCode.F, KeyCode.SHORTCUT);
        until("the filter has the focus", () -> focused("compare-filter"));
        write("vers");
        until("the others are gone", () -> rows() == 1);
        type(KeyCode.DOWN);
        until("the list has the focus", () -> focused("compare-differences"));
        press(KeyCode.SHORTCUT, KeyCode.C).release(KeyCode.C, KeyCode.SHORTCUT);
        assertThat(user.dialogs.clipboard).isEqualTo("+ version: 2\n");
        press(KeyCode.SHORTCUT, KeyCode.F).release(KeyCode.F, KeyCode.SHORTCUT);
        type(KeyCode.ESCAPE);
        until("all are back", () -> rows() == 2);

        press(KeyCode.SHORTCUT, KeyCode.E).release(KeyCode.E, KeyCode.SHORTCUT);
        until("it asks for a file", () -> user.dialogs.choices.size() == 1);
    }

    private int rows() {
        return lookup("#compare-differences")
                .queryAs(TableView.class)
                .getItems()
                .size();
    }

    private boolean focused(String id) {
        return stage.getScene().getFocusOwner() != null
                && id.equals(stage.getScene().getFocusOwner().getId());
    }

    private static final class Two implements Comparing {
        @Override
        public List<String> known() {
            return List.of();
        }

        @Override
        public Comparison compare(String first, String second) {
            return new Comparison(
                    new Comparison.Side(first, first, first, "1"),
                    new Comparison.Side(second, second, second, "2"),
                    List.of(
                            new SettingDifference("name", Change.CHANGED, Optional.of(first), Optional.of(second)),
                            new SettingDifference("version", Change.ADDED, Optional.empty(), Optional.of("2"))),
                    List.of(),
                    List.of());
        }
    }
}
