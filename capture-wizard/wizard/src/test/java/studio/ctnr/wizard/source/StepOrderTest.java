package studio.ctnr.wizard.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import studio.ctnr.toolkit.support.FakeDesk;
import studio.ctnr.toolkit.support.FxTest;
import studio.ctnr.wizard.model.CaptureModel;
import studio.ctnr.wizard.model.StepDraft;

/** Installers are put in their order without a mouse, and by moving one to the place of another. */
class StepOrderTest extends FxTest {
    private static final StepDraft FIRST = new StepDraft("/tmp/one.exe", "/S", true);
    private static final StepDraft SECOND = new StepDraft("/tmp/two.msi", "/qn", true);
    private static final StepDraft THIRD = new StepDraft("/tmp/three.exe", "", true);

    private final CaptureModel model = new CaptureModel();

    private List<StepDraft> steps() {
        return onFx(() -> List.copyOf(model.steps()));
    }

    @Test
    void altAndAnArrowMoveTheStepThatHasTheFocusAndItKeepsIt() {
        model.steps().setAll(FIRST, SECOND, THIRD);
        show(() -> new SourcePage(model, new FakeDesk().desk).view());
        onFx(() -> {
            lookup("#source-arguments").queryAll().stream()
                    .skip(2)
                    .findFirst()
                    .orElseThrow()
                    .requestFocus();
            return null;
        });

        press(KeyCode.ALT).type(KeyCode.UP).type(KeyCode.UP).release(KeyCode.ALT);
        assertThat(steps()).containsExactly(THIRD, FIRST, SECOND);

        press(KeyCode.ALT).type(KeyCode.UP).type(KeyCode.DOWN).release(KeyCode.ALT);
        assertThat(steps()).containsExactly(FIRST, THIRD, SECOND);
    }

    @Test
    void aStepIsPutInThePlaceOfAnother() {
        model.steps().setAll(FIRST, SECOND, THIRD);
        SourceViewModel viewModel = new SourceViewModel(model, new FakeDesk().desk.background());
        viewModel.moveTo(FIRST, 2);
        assertThat(steps()).containsExactly(SECOND, THIRD, FIRST);
        viewModel.moveTo(FIRST, 0);
        assertThat(steps()).containsExactly(FIRST, SECOND, THIRD);
        viewModel.moveTo(FIRST, 3);
        assertThat(steps()).containsExactly(FIRST, SECOND, THIRD);
    }
}
