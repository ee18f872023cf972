package studio.ctnr.studio.editor.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.studio.editor.EditorPage;
import studio.ctnr.studio.editor.EditorTabs;
import studio.ctnr.toolkit.action.ActionTable;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.support.FxTest;
import studio.ctnr.toolkit.window.WindowFrame;

/** A hive is edited through the real window, by mouse and keyboard, and read by a stranger afterwards. */
class RegistryFlowTest extends FxTest {
    @TempDir
    private Path folder;

    private SampleRegistry sample;
    private EditorPage page;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder.resolve("app"));
        sample = SampleRegistry.in(folder.resolve("app"));
        showEditor();
    }

    private void showEditor() throws IOException {
        ContainerFolder container = ContainerFolder.open(sample.folder());
        show(() -> {
            WindowFrame frame = new WindowFrame();
            Desk desk = new Desk(Background.onVirtualThreads(), frame.dialogs(), frame.notices());
            EditorTabs tabs = new EditorTabs()
                    .with(
                            "registry",
                            () -> new RegistryTab(
                                    container, new SampleFavourites(), new SampleRegistries(Map.of()), desk))
                    .keptIn(folder.resolve(".app.draft"));
            page = new EditorPage("7-Zip 24.09", new Label(), tabs, List.of(), desk);
            frame.setContent(page.view());
            return frame;
        });
        onFx(() -> {
            ActionTable actions = new ActionTable();
            actions.add(page.actions());
            actions.listenTo(stage.getScene());
            return null;
        });
        until("the hives are read", () -> lookup("#registry-address").tryQuery().isPresent());
    }

    @Test
    void aValueThatIsTypedIsInTheHiveAfterSaving() throws Exception {
        goTo("HKCU\\Software\\7-Zip\\FM");
        clickOn("ListMode");
        doubleClickOn("#registry-decimal").type(KeyCode.DIGIT4, KeyCode.DIGIT2).type(KeyCode.ENTER);
        until("it is marked", () -> lookup("unsaved changes").query().isVisible());
        assertThat(lookup("#editor-undo").queryLabeled().getText()).contains("set ListMode");

        push(KeyCode.CONTROL, KeyCode.S);

        until("it is saved", () -> !lookup("unsaved changes").query().isVisible());
        assertThat(hivexsh("cd \\Software\\7-Zip\\FM", "lsval ListMode")).contains("42");
    }

    @Test
    void whatIsUndoneByKeyboardIsNotSaved() throws Exception {
        byte[] before = Files.readAllBytes(sample.user());
        goTo("HKCU\\Software\\7-Zip\\FM");
        clickOn("CopyHistory").push(KeyCode.DELETE);
        until("it is gone", () -> lookup("CopyHistory").tryQuery().isEmpty());

        push(KeyCode.CONTROL, KeyCode.Z);

        until("it is back", () -> lookup("CopyHistory").tryQuery().isPresent());
        until(
                "nothing is left to save",
                () -> !lookup("unsaved changes").query().isVisible());
        assertThat(sample.user()).hasBinaryContent(before);
    }

    @Test
    void leavingAsksAboutWhatIsNotSaved() throws Exception {
        goTo("HKCU\\Software\\7-Zip\\FM");
        clickOn("CopyHistory").push(KeyCode.DELETE);
        boolean[] left = new boolean[1];
        onFx(() -> {
            page.leave(() -> left[0] = true);
            return null;
        });
        clickOn("Keep editing");
        assertThat(left[0]).isFalse();

        onFx(() -> {
            page.leave(() -> left[0] = true);
            return null;
        });
        clickOn(".modal-box .button.accent");

        until("it has left", () -> left[0]);
        assertThat(hivexsh("cd \\Software\\7-Zip\\FM", "lsval")).doesNotContain("CopyHistory");
    }

    @Test
    void whatWasNotSavedWhenTheProgramEndedIsOfferedAgain() throws Exception {
        byte[] before = Files.readAllBytes(sample.user());
        goTo("HKCU\\Software\\7-Zip\\FM");
        clickOn("CopyHistory").push(KeyCode.DELETE);
        until("a draft is kept", () -> Files.exists(folder.resolve(".app.draft/1/HKCU.hiv")));
        onFx(() -> {
            stage.close();
            return null;
        });

        showEditor();
        until("it is offered", () -> lookup("Take them up").tryQuery().isPresent());
        clickOn("Take them up");

        until("it is an edit again", () -> lookup("unsaved changes").query().isVisible());
        assertThat(sample.user()).hasBinaryContent(before);
        push(KeyCode.CONTROL, KeyCode.S);
        until("it is saved", () -> !lookup("unsaved changes").query().isVisible());
        assertThat(hivexsh("cd \\Software\\7-Zip\\FM", "lsval")).doesNotContain("CopyHistory");
        until("the draft is gone", () -> !Files.exists(folder.resolve(".app.draft")));
    }

    private void goTo(String path) {
        clickOn("#registry-address").push(KeyCode.CONTROL, KeyCode.A);
        onFx(() -> {
            lookup("#registry-address").queryAs(TextField.class).setText(path);
            return null;
        });
        type(KeyCode.ENTER);
    }

    private String hivexsh(String... commands) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("hivexsh", sample.user().toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().write(String.join("\n", commands).concat("\n").getBytes());
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
