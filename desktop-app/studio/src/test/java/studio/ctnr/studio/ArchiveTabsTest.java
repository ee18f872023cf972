package studio.ctnr.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.archive.ArchiveBuilder;
import studio.ctnr.container.archive.manifest.ArchiveInfo;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.studio.archive.OpenedArchive;
import studio.ctnr.studio.editor.EditorPage;
import studio.ctnr.studio.editor.registry.SampleFavourites;
import studio.ctnr.studio.editor.registry.SampleRegistries;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.support.FxTest;
import studio.ctnr.toolkit.window.WindowFrame;

/** An archive is looked into through the real window, and stays as it is. */
class ArchiveTabsTest extends FxTest {
    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private Path file;
    private OpenedArchive archive;
    private EditorPage page;

    @BeforeEach
    void open() throws Exception {
        Path app = folder.resolve("app");
        Files.createDirectories(app.resolve("rootfs/ProgramFiles/7-Zip/Lang"));
        Files.createDirectories(app.resolve("user/Registry"));
        Files.writeString(app.resolve("config.yml"), """
                id: "7zip"
                name: "7-Zip"
                version: "24.09"
                entrypoints:
                  - {name: "7-Zip", target: '%CONTAINER_PROGRAMFILES%\\7-Zip\\7zFM.exe'}
                """);
        Files.writeString(app.resolve("rootfs/ProgramFiles/7-Zip/readme.txt"), "A file archiver");
        Files.writeString(app.resolve("rootfs/ProgramFiles/7-Zip/.wh.old.txt"), "");
        Hive user = Hive.empty();
        user.root().findOrCreate("Software\\7-Zip").put(RegistryValue.dword("ListMode", 3));
        user.write(app.resolve("user/Registry/HKCU.hiv"));
        file = folder.resolve("7zip.ctnr");
        new ArchiveBuilder(new ArchiveInfo("7zip", "7-Zip", "24.09", "test", "")).build(app, file);
        archive = OpenedArchive.open(file);
        show(() -> {
            WindowFrame frame = new WindowFrame();
            Desk desk = new Desk(Background.onVirtualThreads(), frame.dialogs(), frame.notices());
            page = new EditorPage(
                    "7-Zip 24.09",
                    new Label(),
                    ArchiveTabs.of(
                            archive,
                            new SampleFavourites(),
                            new SampleRegistries(Map.of()),
                            () -> asked.add("import"),
                            desk),
                    List.of(),
                    desk);
            frame.setContent(page.view());
            return frame;
        });
    }

    @Test
    void everythingIsSeenAndNothingCanBeChanged() throws Exception {
        byte[] before = Files.readAllBytes(file);
        assertThat(lookup("#editor-save").tryQuery()).isEmpty();
        CodeArea source = lookup("#config-source").queryAs(CodeArea.class);
        assertThat(source.getText()).contains("24.09");
        clickOn(source).write("x");
        assertThat(source.getText()).doesNotContain("x\n").isEqualTo(archive.config());
        assertThat(lookup("#config-name").query().isDisabled()).isTrue();

        select("registry");
        until("the hives are read", () -> lookup("#registry-address").tryQuery().isPresent());
        clickOn("#registry-address").push(KeyCode.CONTROL, KeyCode.A);
        onFx(() -> {
            lookup("#registry-address").queryAs(TextField.class).setText("HKCU\\Software\\7-Zip");
            return null;
        });
        type(KeyCode.ENTER);
        clickOn("ListMode").push(KeyCode.DELETE);
        assertThat(lookup("ListMode").tryQuery()).isPresent();
        assertThat(lookup("#registry-decimal").query().isDisabled()).isTrue();

        select("files");
        until("the files are listed", () -> lookup("#files-tree").tryQuery().isPresent());
        onFx(() -> {
            TreeTableView<?> tree = lookup("#files-tree").queryAs(TreeTableView.class);
            for (int row = 0; row < tree.getExpandedItemCount(); row++) {
                tree.getTreeItem(row).setExpanded(true);
            }
            return null;
        });
        until("its rows are drawn", () -> lookup("readme.txt").tryQuery().isPresent());
        clickOn("readme.txt");
        until("it is previewed", () -> lookup("A file archiver").tryQuery().isPresent());
        push(KeyCode.DELETE);
        assertThat(lookup("readme.txt").tryQuery()).isPresent();
        assertThat(lookup("#files-add").query().isDisabled()).isTrue();

        select("isolation");
        until("one can ask", () -> lookup("#explain-path").tryQuery().isPresent());
        clickOn("#explain-path").write("C:\\Program Files\\7-Zip\\readme.txt");
        until(
                "it is explained",
                () -> !lookup("#explain-answer")
                        .queryAs(VBox.class)
                        .getChildrenUnmodifiable()
                        .isEmpty());
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void theBarLeadsToImportingAndLeavingRemovesWhatWasTakenOut() throws Exception {
        clickOn("Import to edit");
        assertThat(asked).containsExactly("import");

        Path taken = archive.take("rootfs/ProgramFiles/7-Zip/readme.txt");
        assertThat(taken).hasContent("A file archiver");
        assertThat(archive.take("ROOTFS/ProgramFiles/7-Zip/README.txt")).isEqualTo(taken);
        onFx(() -> {
            page.leave(() -> asked.add("left"));
            return null;
        });

        until("nothing is left", () -> !Files.exists(archive.hives().root()));
        assertThat(asked).containsExactly("import", "left");
    }

    @Test
    void onlyConfigAndHivesAreTakenOutAtOnce() throws IOException {
        try (Stream<Path> all = Files.walk(archive.hives().root())) {
            assertThat(all.filter(Files::isRegularFile)
                            .map(each -> each.getFileName().toString()))
                    .containsExactly("HKCU.hiv");
        }
    }

    private void select(String tab) {
        onFx(() -> {
            page.select(tab);
            return null;
        });
    }
}
