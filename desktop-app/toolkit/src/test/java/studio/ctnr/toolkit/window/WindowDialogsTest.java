package studio.ctnr.toolkit.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.ctnr.toolkit.dialog.Question;
import studio.ctnr.toolkit.dialog.TextQuestion;
import studio.ctnr.toolkit.notice.Notice;
import studio.ctnr.toolkit.support.FxTest;

class WindowDialogsTest extends FxTest {
    private final List<String> heard = new ArrayList<>();
    private WindowFrame frame;

    @BeforeEach
    void open() {
        show(() -> {
            frame = new WindowFrame();
            frame.setContent(new Button("Below"));
            return frame;
        });
    }

    private void ask(Question question) {
        onFx(() -> {
            frame.dialogs().ask(question);
            return null;
        });
        until("the question is there", () -> lookup(".modal-box").tryQuery().isPresent());
    }

    private void untilGone() {
        until("the question is gone", () -> lookup(".modal-box").tryQuery().isEmpty());
    }

    @Test
    void theButtonNamesTheActAndDoesIt() {
        ask(Question.confirm("Rename?", "It gets a new name.", "Rename", () -> heard.add("renamed")));
        clickOn(".modal-box .accent");

        untilGone();
        assertThat(heard).containsExactly("renamed");
    }

    @Test
    void aQuestionHasItsSizeAndPlaceFromItsFirstFrame() {
        AtomicReference<Bounds> first = new AtomicReference<>();
        Node card = onFx(() -> {
            frame.dialogs().ask(Question.confirm("Rename?", "It gets a new name.", "Rename", () -> {}));
            Node box = frame.lookup(".modal-box");
            stage.getScene()
                    .addPostLayoutPulseListener(
                            () -> first.compareAndSet(null, box.localToScene(box.getLayoutBounds())));
            return box;
        });
        until("a frame is drawn", () -> first.get() != null);

        assertThat(first.get().getWidth()).isEqualTo(card.getLayoutBounds().getWidth());
        assertThat(first.get().getCenterX()).isCloseTo(stage.getScene().getWidth() / 2, within(1.0));
    }

    @Test
    void escapeLeavesEverythingAsItIs() {
        ask(Question.destroy("Retire?", "It moves to the trash.", "Retire container", () -> heard.add("retired")));
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);

        untilGone();
        assertThat(heard).isEmpty();
    }

    @Test
    void enterDoesNotDestroy() {
        ask(Question.destroy("Retire?", "It moves to the trash.", "Retire container", () -> heard.add("retired")));
        until(
                "Cancel has the focus",
                () -> stage.getScene().getFocusOwner() instanceof Button button && button.isCancelButton());
        press(KeyCode.ENTER).release(KeyCode.ENTER);

        untilGone();
        assertThat(heard).isEmpty();
    }

    @Test
    void aTextThatDoesNotPassKeepsTheQuestionOpen() {
        onFx(() -> {
            frame.dialogs()
                    .ask(new TextQuestion(
                            "Rename",
                            "Name",
                            "",
                            text -> text.isEmpty() ? Optional.of("A name is needed.") : Optional.empty(),
                            "Rename",
                            heard::add));
            return null;
        });
        until(
                "the field has the focus",
                () -> lookup(".modal-box .text-field").query().isFocused());

        clickOn(".modal-box .accent", MouseButton.PRIMARY);
        assertThat(lookup("A name is needed.").tryQuery()).isPresent();
        write("tally").press(KeyCode.ENTER).release(KeyCode.ENTER);

        untilGone();
        assertThat(heard).containsExactly("tally");
    }

    @Test
    void aNoticeUndoes() {
        onFx(() -> {
            frame.notices().tell(Notice.done("Retired.", () -> heard.add("undone")));
            return null;
        });
        clickOn("Undo");

        assertThat(heard).containsExactly("undone");
        assertThat(lookup(".notice").tryQuery()).isEmpty();
    }
}
