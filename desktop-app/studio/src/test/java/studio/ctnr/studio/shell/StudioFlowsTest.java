package studio.ctnr.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.studio.bench.FakeBench;
import studio.ctnr.studio.navigation.Place;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.support.FxTest;
import studio.ctnr.toolkit.text.Language;
import studio.ctnr.wizard.host.MachineDefaults;

/** What a user does, through the real window; the workbench behind it is a fake. */
class StudioFlowsTest extends FxTest {
    private final FakeBench bench = FakeBench.full();
    private TestWindow shown;

    private void open(FakeBench with) {
        show(() -> {
            shown = new TestWindow(with, Background.onVirtualThreads());
            return shown.window.root();
        });
        onFx(() -> {
            shown.window.listenTo(stage.getScene());
            return null;
        });
        until(
                "the inventory is read",
                () -> !shown.window.library().loadingProperty().get());
    }

    private boolean sees(String text) {
        return lookup(text).tryQuery().filter(node -> node.isVisible()).isPresent();
    }

    /** Whether a node has the focus. */
    private boolean has(String node) {
        return lookup(node).tryQuery().filter(Node::isFocused).isPresent();
    }

    private void control(KeyCode key) {
        press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
    }

    @Test
    void theFirstStartOffersThreeDoorsAndOneLeadsToTheWizard() {
        open(new FakeBench());
        assertThat(lookup(".door").queryAll()).hasSize(3);

        clickOn("#door-capture");

        until("the wizard is there", () -> shown.made.contains("wizard for []"));
    }

    @Test
    void theSampleIsTriedInTheWizard() {
        open(new FakeBench());

        clickOn("#door-sample");

        until("the wizard is there", () -> shown.made.contains("wizard for [/samples/tally-setup.exe]"));
    }

    @Test
    void aDroppedArchiveComesIntoTheLibrary(@TempDir Path folder) throws Exception {
        Path archive = Files.createFile(folder.resolve("tally.ctnr"));
        open(new FakeBench());

        onFx(() -> {
            shown.window.library().drop(List.of(archive));
            return null;
        });

        until(
                "its card is there",
                () -> sees("Imported") && !lookup(".container-card").queryAll().isEmpty());
    }

    @Test
    void aRetiredContainerComesBackWithUndo() {
        open(bench);
        clickOn("PuTTY");
        press(KeyCode.DELETE).release(KeyCode.DELETE);
        until("it asks", () -> sees(".modal-box"));
        clickOn("Retire container");
        until("the card is gone", () -> !sees("PuTTY"));

        clickOn("Undo");

        until("the card is back", () -> sees("PuTTY"));
    }

    @Test
    void thePaletteOpensAContainerByAFewLetters() {
        open(bench);
        control(KeyCode.K);
        until("the palette has the focus", () -> has("#palette .text-field"));

        write("notepad").press(KeyCode.ENTER).release(KeyCode.ENTER);

        until("the editor is there", () -> shown.made.contains("editor of notepad-plus-plus"));
    }

    @Test
    void anotherLanguageIsSpokenAtOnce() {
        open(bench);
        onFx(() -> {
            shown.window.go(Place.SETTINGS);
            return null;
        });
        until("the settings are there", () -> sees("#language"));
        clickOn("#language");
        clickOn("Español");

        until("the page is Spanish", () -> sees("Ajustes") && sees("Apariencia"));
        assertThat(shown.preferences.now().language()).isEqualTo(Optional.of(Language.SPANISH));
    }

    @Test
    void howNewCapturesBeginIsChosenInTheSettings() {
        open(bench);
        onFx(() -> {
            shown.window.go(Place.SETTINGS);
            return null;
        });
        until("the settings are there", () -> sees("#machine-windows"));

        clickOn("#machine-network");
        clickOn("#machine-windows");
        clickOn("Windows 7");

        until("it is kept", () -> shown.preferences.now().machine().equals(new MachineDefaults(true, "win7", 15)));
    }

    @Test
    void arrowsMoveTheSelectionAndEnterOpensIt() {
        open(bench);
        until("the cards have the focus", () -> has("#library-cards"));

        press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        press(KeyCode.ENTER).release(KeyCode.ENTER);

        until("the editor is there", () -> shown.made.contains("editor of chrome-beta-118"));
    }

    @Test
    void everyIconButtonHasWordsForAScreenReader() {
        open(bench);

        assertThat(lookup(".button-icon").<Node>queryAll())
                .isNotEmpty()
                .allSatisfy(node -> assertThat(node.getAccessibleText()).isNotBlank());
    }

    @Test
    void aSmallWindowStillShowsEverything() {
        show(
                () -> {
                    shown = new TestWindow(bench, Background.immediate());
                    return shown.window.root();
                },
                1000,
                700);

        Region capture = lookup("#library-capture").query();
        assertThat(capture.localToScene(capture.getBoundsInLocal()).getMaxX()).isLessThanOrEqualTo(1000);
        assertThat(lookup(".container-card").queryAll()).isNotEmpty();
    }
}
