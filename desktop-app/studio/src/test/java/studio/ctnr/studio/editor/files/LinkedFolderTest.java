package studio.ctnr.studio.editor.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.LinkMarker;
import studio.ctnr.studio.editor.config.ConfigModel;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.history.EditHistory;
import studio.ctnr.toolkit.support.FakeDesk;

/** What is put into a folder of the editor goes where an application that follows the container's links looks for it. */
class LinkedFolderTest {
    private static final String APP = "rootfs/ProgramFiles/App";

    @TempDir
    private Path folder;

    private final FakeDesk user = new FakeDesk();
    private Path container;
    private FilesViewModel model;

    @BeforeEach
    void fill() throws IOException {
        container = folder.resolve("app");
        Files.createDirectories(container.resolve(APP + "/Data/Deep"));
        Files.createDirectories(container.resolve("rootfs/ProgramData/App"));
        Files.writeString(Files.createDirectories(folder.resolve("host")).resolve("b.txt"), "b");
    }

    /** [MS-FSCC] 2.1.2.4 and 2.1.2.5, with no name to print. */
    private void link(String path, String target, boolean relative) throws IOException {
        Path at = container.resolve(path);
        Files.createDirectories(at);
        byte[] name = target.getBytes(StandardCharsets.UTF_16LE);
        int names = relative ? 20 : 16;
        ByteBuffer data = ByteBuffer.allocate(names + name.length).order(ByteOrder.LITTLE_ENDIAN);
        data.putInt(relative ? 0xa000000c : 0xa0000003).putShort((short) (names - 8 + name.length));
        data.putShort((short) 0).putShort((short) 0).putShort((short) name.length);
        data.putShort((short) name.length).putShort((short) 0);
        if (relative) {
            data.putInt(1);
        }
        data.put(name);
        Files.write(at.resolveSibling(LinkMarker.markerFor(at.getFileName().toString())), data.array());
    }

    private void drop(String path) throws IOException {
        FileNode root = FileScan.of(new ContainerFolder(container));
        model = new FilesViewModel(new ContainerFolder(container), root, new EditHistory());
        FileModes modes = new FileModes(new ConfigModel(Path.of("config.yml"), "id: app\n", Background.immediate()));
        FileActions actions = new FileActions(model, modes, user.desk);
        actions.add(root.find(path).orElseThrow(), List.of(folder.resolve("host/b.txt")));
        actions.selectedProperty().set(root.find(path).orElseThrow());
        actions.newFolder().perform();
        if (!user.dialogs.askedForText.isEmpty()) {
            user.dialogs.type("New");
        }
        model.save();
    }

    @ParameterizedTest
    @CsvSource({
        "\\??\\C:\\Program Files\\App\\Data\\, false, " + APP + "/Data",
        "\\??\\c:\\programdata\\APP, false, rootfs/ProgramData/App",
        "Data\\Deep, true, " + APP + "/Data/Deep",
        "..\\.\\App\\Data, true, " + APP + "/Data",
        "\\ProgramData\\App, true, rootfs/ProgramData/App",
        "Other\\Deep, true, " + APP + "/Data/Deep"
    })
    void whatIsPutIntoALinkGoesToItsTarget(String target, boolean relative, String place) throws IOException {
        link(APP + "/Lang", target, relative);
        link(APP + "/Other", "\\??\\C:\\Program Files\\App\\Data", false);

        drop(APP + "/Lang");

        assertThat(container.resolve(APP + "/Lang")).isEmptyDirectory();
        assertThat(container.resolve(place + "/b.txt")).hasContent("b");
        assertThat(container.resolve(place + "/New")).isDirectory();
        assertThat(user.notices)
                .singleElement()
                .satisfies(told -> assertThat(told.text())
                        .contains("Lang", model.shown(model.root().find(place).orElseThrow())));
    }

    @Test
    void theMarkerOfAFoldersLinkStandsForTheLink() throws IOException {
        link(APP + "/Lang", "Data", true);

        drop(APP + "/" + LinkMarker.markerFor("Lang"));

        assertThat(container.resolve(APP + "/Data/b.txt")).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\??\\C:\\Only\\On\\The\\Host",
                "\\??\\UNC\\server\\share",
                "\\??\\C:\\Program Files\\App\\Lang",
                "\\??\\C:\\Program Files\\App\\a.exe",
                "\\??\\C:\\a*b"
            })
    void whatWouldBeSeenByNobodyIsRefused(String target) throws IOException {
        Files.writeString(container.resolve(APP + "/a.exe"), "x");
        link(APP + "/Lang", target, false);

        drop(APP + "/Lang");

        assertThat(model.changes()).isEmpty();
        assertThat(container.resolve(APP + "/Lang")).isEmptyDirectory();
        assertThat(user.dialogs.askedForText).isEmpty();
        assertThat(user.notices)
                .hasSize(2)
                .allSatisfy(told -> assertThat(told.text()).contains("FILE-LINK", "Lang", target.substring(4)));
    }

    @Test
    void aMarkerThatHoldsNoLinkMakesNone() throws IOException {
        Files.writeString(container.resolve(APP + "/" + LinkMarker.markerFor("Data")), "no link");

        drop(APP + "/Data");

        assertThat(container.resolve(APP + "/Data/b.txt")).exists();
        assertThat(user.notices).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsNamed() throws IOException {
        FileNode root = FileScan.of(new ContainerFolder(container));
        FilesViewModel opened = new FilesViewModel(new ContainerFolder(container), root, new EditHistory());
        FileNode gone = root.find(APP + "/Data").orElseThrow();
        opened.remove(gone);
        assertThatThrownBy(() -> opened.reached(gone)).hasMessageContaining(APP + "/Data");
    }
}
