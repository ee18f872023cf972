package studio.ctnr.studio.editor.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.studio.editor.config.ConfigModel;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.history.EditHistory;
import studio.ctnr.toolkit.support.FakeDesk;

class FilesViewModelTest {
    private static final String APP = "rootfs/ProgramFiles/App";

    @TempDir
    private Path folder;

    private final EditHistory history = new EditHistory();
    private Path container;
    private FilesViewModel model;

    @BeforeEach
    void open() throws IOException {
        container = folder.resolve("app");
        put("app/" + APP + "/a.exe", "old");
        put("app/" + APP + "/Lang/es.txt", "hola");
        put("app/user/Registry/HKCU.hiv", "");
        put("host/a.exe", "new");
        put("host/More/b.txt", "b");
        model = reopened();
    }

    @Test
    void knowsWhatAnApplicationSays() {
        assertThat(model.shown(node(APP + "/a.exe"))).isEqualTo("C:\\Program Files\\App\\a.exe");
        assertThat(model.root().find("user/Registry"))
                .as("hives are edited elsewhere")
                .isEmpty();
    }

    @Test
    void knowsTheMarkersOfLinksFromThoseOfDeletedFiles() throws IOException {
        put("app/" + APP + "/.wh.gone.txt", "");
        put("app/" + APP + "/.wh..wh.lnk.Lang", "");
        FileNode app = FileScan.of(new ContainerFolder(container)).find(APP).orElseThrow();
        FileNode gone = app.child(".wh.gone.txt").orElseThrow();
        FileNode link = app.child(".wh..wh.lnk.Lang").orElseThrow();
        assertThat(gone.kind()).isEqualTo(FileNode.Kind.WHITEOUT);
        assertThat(link.kind()).isEqualTo(FileNode.Kind.LINK);
        assertThat(FilesViewModel.name(gone)).isEqualTo("gone.txt");
        assertThat(FilesViewModel.name(link)).isEqualTo("Lang");
    }

    @Test
    void theMarkerOfADeletedFileHidesTheOtherNameWhenItIsRenamed() throws IOException {
        put("app/" + APP + "/.wh.gone.txt", "");
        put("app/" + APP + "/.wh.old.txt", "");
        model = reopened();
        FakeDesk user = new FakeDesk();
        FileActions actions = new FileActions(model, modes(), user.desk);
        FileNode gone = node(APP + "/.wh.gone.txt");
        actions.selectedProperty().set(gone);
        actions.rename().perform();
        assertThat(user.dialogs.askedForText.getLast().first()).isEqualTo("gone.txt");
        assertThat(model.wrongNewName(gone, "OLD.txt")).as("is hidden already").isPresent();
        assertThat(model.wrongNewName(gone, "A.EXE")).as("is in the container").isPresent();
        assertThat(model.wrongNewName(gone, "x".repeat(254))).isPresent();
        assertThat(model.wrongNewName(gone, "GONE.TXT")).isEmpty();

        user.dialogs.type("away.txt");
        assertThat(gone.kind()).isEqualTo(FileNode.Kind.WHITEOUT);
        assertThat(FilesViewModel.name(gone)).isEqualTo("away.txt");
        model.save();

        assertThat(files()).containsExactly(".wh.away.txt", ".wh.old.txt", "Lang/es.txt", "a.exe");
    }

    @Test
    void whatHidesAWholeFolderHasNoNameToChange() throws IOException {
        put("app/" + APP + "/.wh..wh..opq", "");
        model = reopened();
        FileActions actions = new FileActions(model, modes(), new FakeDesk().desk);
        actions.selectedProperty().set(node(APP + "/.wh..wh..opq"));
        assertThat(actions.rename().enabled().get()).isFalse();
        assertThat(actions.remove().enabled().get()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lang", ".wh..wh.lnk.Lang"})
    void whatIsDoneToALinkIsDoneToItsMarker(String row) throws IOException {
        Files.delete(container.resolve(APP + "/Lang/es.txt"));
        put("app/" + APP + "/.wh..wh.lnk.Lang", "to");
        put("app/" + APP + "/.wh..wh.lnk.Languages", "left over");
        model = reopened();
        FileNode link = node(APP + "/" + row);
        model.rename(link, "LANG");
        model.rename(link, "Languages");
        model.save();

        assertThat(files()).containsExactly(".wh..wh.lnk.Languages", "a.exe");
        assertThat(container.resolve(APP + "/.wh..wh.lnk.Languages")).hasContent("to");
        assertThat(container.resolve(APP + "/Languages")).isEmptyDirectory();

        model.remove(link);
        model.save();
        assertThat(files()).containsExactly("a.exe");
        assertThat(container.resolve(APP + "/Languages")).doesNotExist();
    }

    @Test
    void whatTakesALinksPlaceIsNone() throws IOException {
        put("app/" + APP + "/.wh..wh.lnk.a.exe", "to");
        put("app/" + APP + "/.wh..wh.lnk.More", "to");
        put("app/" + APP + "/.wh..wh.lnk.New", "left over");
        Files.createDirectory(container.resolve(APP + "/More"));
        model = reopened();
        model.add(model.additions(node(APP), List.of(folder.resolve("host/a.exe"), folder.resolve("host/More"))));
        model.makeFolder(node(APP), "New");
        model.save();

        assertThat(files()).containsExactly("Lang/es.txt", "More/b.txt", "a.exe");
    }

    private FilesViewModel reopened() throws IOException {
        return new FilesViewModel(new ContainerFolder(container), FileScan.of(new ContainerFolder(container)), history);
    }

    @Test
    void aDraftBringsBackWhatWasDoneAsOneEdit() throws IOException {
        model.remove(node(APP + "/a.exe"));
        model.rename(node(APP + "/Lang"), "Languages");
        model.add(model.additions(node(APP), List.of(folder.resolve("host/a.exe"), folder.resolve("host/More"))));
        FileDraft.write(folder, model.changes());
        EditHistory later = new EditHistory();
        FilesViewModel again =
                new FilesViewModel(new ContainerFolder(container), FileScan.of(new ContainerFolder(container)), later);

        assertThat(again.takeUp(FileDraft.read(folder))).isZero();
        assertThat(again.changes()).hasSize(5);
        later.undo();
        assertThat(again.changes()).isEmpty();
        assertThat(again.root().find(APP + "/Lang/es.txt")).isPresent();
        later.redo();
        again.save();

        assertThat(files()).containsExactly("Languages/es.txt", "More/b.txt", "a.exe");
        assertThat(container.resolve(APP + "/a.exe")).hasContent("new");
    }

    @Test
    void whatDoesNotFitAnyMoreIsLeftOutOfADraftAndCounted() throws IOException {
        model.rename(node(APP + "/Lang"), "Languages");
        model.add(model.additions(node(APP), List.of(folder.resolve("host/More"))));
        FileDraft.write(folder, model.changes());
        Files.delete(folder.resolve("host/More/b.txt"));
        Files.delete(container.resolve(APP + "/Lang/es.txt"));
        Files.delete(container.resolve(APP + "/Lang"));
        EditHistory later = new EditHistory();
        FilesViewModel again =
                new FilesViewModel(new ContainerFolder(container), FileScan.of(new ContainerFolder(container)), later);

        assertThat(again.takeUp(FileDraft.read(folder))).isEqualTo(2);
        again.save();

        assertThat(container.resolve(APP + "/More")).isEmptyDirectory();
    }

    @Test
    void whatIsNoDraftIsRefusedByName() throws IOException {
        Files.writeString(folder.resolve("files.json"), "{");
        assertThatThrownBy(() -> FileDraft.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("files.json");
    }

    @Test
    void aProgramOfTheContainerIsNotStartedBesideIt() throws IOException {
        put("app/" + APP + "/readme.txt", "read");
        FilesViewModel opened = reopened();
        FakeDesk user = new FakeDesk();
        FileActions actions = new FileActions(opened, modes(), user.desk);

        actions.selectedProperty().set(opened.root().find(APP + "/a.exe").orElseThrow());
        actions.open().perform();
        assertThat(user.dialogs.opened).isEmpty();
        assertThat(user.notices).hasSize(1);

        actions.selectedProperty().set(opened.root().find(APP + "/readme.txt").orElseThrow());
        actions.open().perform();
        assertThat(user.dialogs.opened).containsExactly(container.resolve(APP + "/readme.txt"));
    }

    private static FileModes modes() {
        return new FileModes(new ConfigModel(Path.of("config.yml"), "id: app\n", Background.immediate()));
    }

    @Test
    void nothingReachesTheDiskBeforeItIsSaved() throws IOException {
        model.remove(node(APP + "/a.exe"));
        model.rename(node(APP + "/Lang"), "Languages");
        model.add(model.additions(node(APP), List.of(folder.resolve("host/More"))));
        assertThat(files()).containsExactly("Lang/es.txt", "a.exe");

        model.save();

        assertThat(files()).containsExactly("Languages/es.txt", "More/b.txt");
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside.map(each -> each.getFileName().toString())).containsOnly("app", "host");
        }
    }

    @Test
    void aFileOfTheSameNameIsReplacedWhateverItsCase() throws IOException {
        put("host/A.EXE", "newer");
        model.add(model.additions(node(APP), List.of(folder.resolve("host/A.EXE"))));
        model.save();

        assertThat(container.resolve(APP + "/A.EXE")).hasContent("newer");
        assertThat(files()).containsExactly("A.EXE", "Lang/es.txt");
    }

    @Test
    void everythingCanBeUndone() throws IOException {
        model.remove(node(APP + "/Lang"));
        model.rename(node(APP + "/a.exe"), "b.exe");
        model.makeFolder(node(APP), "New");
        for (int i = 0; i < 3; i++) {
            history.undo();
        }
        model.save();

        assertThat(files()).containsExactly("Lang/es.txt", "a.exe");
        assertThat(model.root().find(APP + "/Lang/es.txt")).isPresent();
    }

    @Test
    void aSaveThatFailsLeavesEverythingAsItWas() throws IOException {
        model.remove(node(APP + "/a.exe"));
        model.add(model.additions(node(APP), List.of(folder.resolve("host/More"))));
        Files.delete(folder.resolve("host/More/b.txt"));

        assertThatThrownBy(model::save).isInstanceOf(IOException.class).hasMessageContaining("b.txt");

        assertThat(files()).containsExactly("Lang/es.txt", "a.exe");
    }

    @Test
    void refusesNamesThatWindowsDoesNotTake() {
        assertThat(model.wrongName(node(APP), "con.txt", Optional.empty())).isPresent();
        assertThat(model.wrongName(node(APP), "A.EXE", Optional.empty())).isPresent();
        assertThat(model.wrongName(node(APP), "A.EXE", Optional.of("a.exe"))).isEmpty();
        assertThat(model.wrongName(node(APP), "b.exe", Optional.empty())).isEmpty();
    }

    private FileNode node(String path) {
        return model.root().find(path).orElseThrow();
    }

    private List<String> files() throws IOException {
        Path app = container.resolve(APP);
        try (Stream<Path> all = Files.walk(app)) {
            return all.filter(Files::isRegularFile)
                    .map(each -> app.relativize(each).toString())
                    .sorted()
                    .toList();
        }
    }

    private void put(String path, String content) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), content);
    }
}
