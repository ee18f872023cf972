package studio.ctnr.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Parent;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.studio.bench.WorkbenchBench;
import studio.ctnr.studio.settings.Preferences;
import studio.ctnr.studio.settings.Settings;
import studio.ctnr.studio.shell.ShellParts;
import studio.ctnr.studio.shell.StudioWindow;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.support.FxTest;
import studio.ctnr.toolkit.support.FxThreadRecording;
import studio.ctnr.toolkit.text.Language;
import studio.ctnr.toolkit.text.ToolkitTexts;
import studio.ctnr.wizard.Wizard;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.WorkbenchPlace;
import studio.ctnr.workbench.audit.Caller;
import studio.ctnr.workbench.life.NewContainer;

/** The studio's own window over a real workbench, from the library through the editor, without a mouse. */
class EditorByKeyboardTest extends FxTest {
    private StudioWindow window;
    private Preferences preferences;

    @Test
    void aRegistryValueIsChangedAndSavedWithoutAMouse(@TempDir Path folder) throws Exception {
        try (Workbench workbench = Workbench.open(new WorkbenchPlace(folder))) {
            ContainerFolder container = workbench
                    .creating()
                    .empty(new NewContainer(Optional.of("tally"), "Tally", "1.0"), Caller.ofProcess("test"))
                    .await()
                    .container();
            Hive user = Hive.empty();
            user.root().findOrCreate("Software\\Tally").put(RegistryValue.dword("Count", 7));
            user.write(container.hkcuHive());
            ToolkitTexts.read();
            Wizard.prepare();
            show(() -> root(workbench));
            onFx(() -> {
                window.listenTo(stage.getScene());
                return null;
            });
            try (FxThreadRecording recording = new FxThreadRecording()) {
                until(
                        "the container is there",
                        () -> window.library().selectedProperty().get() != null);

                press(KeyCode.CONTROL, KeyCode.O).release(KeyCode.O, KeyCode.CONTROL);
                until(
                        "its editor is open",
                        () -> lookup("#editor-tabs").tryQuery().isPresent());
                assertThat(tab()).isEqualTo("overview");
                press(KeyCode.ALT, KeyCode.DIGIT4).release(KeyCode.DIGIT4, KeyCode.ALT);
                until(
                        "the hives are read",
                        () -> lookup("#registry-keys").tryQuery().isPresent());
                until("one can go through the keys", () -> focused("registry-keys"));

                press(KeyCode.CONTROL, KeyCode.L).release(KeyCode.L, KeyCode.CONTROL);
                write("HKCU\\Software\\Tally").type(KeyCode.ENTER);
                until("one can go through the values", () -> focused("registry-values"));
                type(KeyCode.DOWN, KeyCode.ENTER);
                until("one can type", () -> stage.getScene().getFocusOwner() instanceof TextField);
                press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
                write("2a").type(KeyCode.ENTER);
                until("it is marked", () -> lookup("unsaved changes").query().isVisible());

                press(KeyCode.CONTROL, KeyCode.D).release(KeyCode.D, KeyCode.CONTROL);
                until(
                        "it asks for the favourite's name",
                        () -> stage.getScene().getFocusOwner() instanceof TextField field
                                && field.getText().equals("Tally"));
                type(KeyCode.ENTER);
                until("it is kept", () -> preferences.now().favourites().containsKey("tally"));

                press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
                until("it is saved", () -> !lookup("unsaved changes").query().isVisible());
                assertThat(Hive.read(container.hkcuHive())
                                .root()
                                .find("Software\\Tally")
                                .flatMap(key -> key.value("Count")))
                        .contains(RegistryValue.dword("Count", 42));

                through();
                rename(container);
                assertThat(recording.found()).isEmpty();
            }
        }
    }

    /** From tab to tab by each of the ways. */
    private void through() {
        press(KeyCode.CONTROL, KeyCode.TAB).release(KeyCode.TAB, KeyCode.CONTROL);
        assertThat(tab()).isEqualTo("isolation");
        press(KeyCode.CONTROL, KeyCode.PAGE_DOWN).release(KeyCode.PAGE_DOWN, KeyCode.CONTROL);
        assertThat(tab()).isEqualTo("integration");
        press(KeyCode.CONTROL, KeyCode.PAGE_UP).release(KeyCode.PAGE_UP, KeyCode.CONTROL);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB).release(KeyCode.TAB, KeyCode.SHIFT, KeyCode.CONTROL);
        assertThat(tab()).isEqualTo("registry");
        press(KeyCode.ALT, KeyCode.DIGIT9).release(KeyCode.DIGIT9, KeyCode.ALT);
        assertThat(tab()).isEqualTo("history");
        press(KeyCode.ALT, KeyCode.DIGIT4).release(KeyCode.DIGIT4, KeyCode.ALT);
        until("one is back at the keys", () -> focused("registry-keys"));
    }

    /** A key is made, renamed and deleted in the tree as in regedit. */
    private void rename(ContainerFolder container) throws Exception {
        type(KeyCode.INSERT);
        until("it asks for a name", () -> stage.getScene().getFocusOwner() instanceof TextField);
        write("Made").type(KeyCode.ENTER);
        until("one is back at the keys", () -> focused("registry-keys"));
        type(KeyCode.F2);
        until("it asks for another name", () -> stage.getScene().getFocusOwner() instanceof TextField);
        write("Renamed").type(KeyCode.ENTER);
        until("one is back at the keys", () -> focused("registry-keys"));
        press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        until("it is saved", () -> !lookup("unsaved changes").query().isVisible());
        assertThat(Hive.read(container.hkcuHive())
                        .root()
                        .find("Software\\Tally\\Renamed")
                        .map(HiveKey::name))
                .contains("Renamed");
        type(KeyCode.DELETE);
        until("it is marked", () -> lookup("unsaved changes").query().isVisible());
        press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        until(
                "nothing is left to save",
                () -> !lookup("unsaved changes").query().isVisible());
    }

    private boolean focused(String id) {
        return stage.getScene().getFocusOwner() != null
                && id.equals(stage.getScene().getFocusOwner().getId());
    }

    private String tab() {
        return onFx(() -> (String) lookup("#editor-tabs")
                .queryAs(TabPane.class)
                .getSelectionModel()
                .getSelectedItem()
                .getUserData());
    }

    private Parent root(Workbench workbench) {
        WorkbenchBench bench = new WorkbenchBench(CompletableFuture.completedFuture(workbench));
        preferences = new Preferences(Settings.FIRST.withLanguage(Optional.of(Language.ENGLISH)), changed -> {});
        window = new StudioWindow(new ShellParts(
                bench,
                Background.onVirtualThreads(),
                preferences,
                workbench.place().root(),
                Optional.empty(),
                () -> {
                    throw new AssertionError("No sample is asked for");
                },
                surroundings -> new StudioPages(bench, Optional.empty(), preferences, surroundings),
                "0.1.0"));
        return window.root();
    }
}
