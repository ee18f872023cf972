package studio.ctnr.studio.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.archive.ArchiveBuilder;
import studio.ctnr.container.archive.manifest.ArchiveInfo;
import studio.ctnr.studio.archive.OpenedArchive;
import studio.ctnr.studio.bench.FakeBench;
import studio.ctnr.studio.bench.SampleContainers;
import studio.ctnr.studio.navigation.Navigator;
import studio.ctnr.studio.navigation.Place;
import studio.ctnr.toolkit.support.FakeDesk;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.inventory.Finding;

class LibraryViewModelTest {
    private final FakeBench bench = FakeBench.full();
    private final FakeDesk desk = new FakeDesk();
    private final RecordedWays ways = new RecordedWays();
    private final ObservableSet<String> running = FXCollections.observableSet(new TreeSet<>());
    private final LibraryViewModel model = new LibraryViewModel(bench, desk.desk, ways, running);

    private List<String> shown() {
        return model.list().shown().stream().map(ContainerRecord::name).toList();
    }

    @Test
    void allContainersAreShownByNameAndTheFirstIsSelected() {
        model.load();

        assertThat(shown()).containsExactly("7-Zip", "Chrome Beta 118", "ExifTool", "Notepad++", "PuTTY", "VLC");
        assertThat(model.selectedProperty().get().name()).isEqualTo("7-Zip");
        assertThat(model.loadingProperty().get()).isFalse();
    }

    @Test
    void everyTypedWordHasToBeFoundSomewhere() {
        model.load();

        model.list().queryProperty().set("core  SIMON");

        assertThat(shown()).containsExactly("PuTTY");
        assertThat(model.selectedProperty().get().name()).isEqualTo("PuTTY");
    }

    @Test
    void theRunningFilterFollowsWhatRuns() {
        model.load();
        model.list().filterProperty().set(LibraryFilter.RUNNING);
        assertThat(shown()).isEmpty();

        running.add("vlc-3.0.21");

        assertThat(shown()).containsExactly("VLC");
        assertThat(model.list().counts())
                .containsAllEntriesOf(Map.of(LibraryFilter.RUNNING, 1L, LibraryFilter.UNSIGNED, 2L));
    }

    @Test
    void anArchiveIsLookedIntoWithoutBeingImported(@TempDir Path folder) throws Exception {
        Path app = Files.createDirectories(folder.resolve("app/rootfs")).getParent();
        Files.writeString(app.resolve("config.yml"), "id: app\nname: App\nversion: \"1\"\n");
        Path archive = folder.resolve("app.ctnr");
        new ArchiveBuilder(new ArchiveInfo("app", "App", "1", "test", "")).build(app, archive);
        desk.dialogs.chosen = List.of(archive);
        model.chooseView();
        assertThat(ways.ways).containsExactly("view app.ctnr");
        assertThat(bench.asked).isEmpty();

        desk.dialogs.chosen = List.of(Files.writeString(folder.resolve("other.ctnr"), "no archive"));
        model.chooseView();
        assertThat(desk.notices.getLast().text()).contains("other.ctnr");
        assertThat(ways.ways).hasSize(1);
    }

    @Test
    void aTagLeavesThoseThatHaveIt() {
        model.load();
        assertThat(model.list().tags()).containsExactly("archiver", "core", "media");

        model.list().tagProperty().set("media");

        assertThat(shown()).containsExactly("ExifTool", "VLC");
    }

    @Test
    void whatRanLastComesFirstWhenSortedSo() {
        model.load();

        model.list().sortProperty().set(LibrarySort.LAST_RUN);

        assertThat(shown()).startsWith("7-Zip", "PuTTY").endsWith("ExifTool");
    }

    @Test
    void aChangeFromOutsideIsSeenAndTheSelectionStays() {
        model.load();
        model.selectedProperty().set(bench.containers.get("vlc-3.0.21"));

        bench.put(SampleContainers.of("aaa", "Aaa", "1", Instant.now()));

        assertThat(shown()).startsWith("7-Zip", "Aaa");
        assertThat(model.selectedProperty().get().id()).isEqualTo("vlc-3.0.21");
    }

    @Test
    void whatIsFoundAfterARunIsSeenInTheListAndInTheInspector() {
        model.load();
        ContainerRecord before = model.selectedProperty().get();
        long warned = model.list().counts().get(LibraryFilter.WARNINGS);
        InspectorViewModel inspector = new InspectorViewModel(bench, desk.desk, model.selectedProperty());
        Finding gone = new Finding(
                Finding.Severity.WARNS, "config", "entrypoints[0].target", "The container does not have 7zFM.exe", "");

        bench.put(SampleContainers.found(before, List.of(gone)));

        assertThat(before.findings()).isEmpty();
        assertThat(inspector.containerProperty().get().id()).isEqualTo(before.id());
        assertThat(inspector.containerProperty().get().findings()).containsExactly(gone);
        assertThat(model.list().counts()).containsEntry(LibraryFilter.WARNINGS, warned + 1);
    }

    @Test
    void anInventoryThatCannotBeReadIsSaidWithAWayToTryAgain() {
        bench.fail();
        model.load();
        assertThat(model.problemProperty().get().code()).isEqualTo("INVENTORY-UNUSABLE");

        bench.failure = Optional.empty();
        model.problemProperty().get().remedies().getFirst().act().run();

        assertThat(model.problemProperty().get()).isNull();
        assertThat(shown()).hasSize(6);
    }

    @Test
    void droppedContainersAreImportedAndDroppedInstallersCaptured(@TempDir Path folder) throws IOException {
        Path archive = Files.createFile(folder.resolve("app.CTNR"));
        Path container = Files.createDirectory(folder.resolve("unpacked"));
        Files.createFile(container.resolve("config.yml"));
        Path installer = Files.createFile(folder.resolve("setup.exe"));
        model.load();

        model.drop(List.of(archive, container, installer));

        assertThat(bench.asked).contains("import app.CTNR", "import unpacked");
        assertThat(ways.ways).containsExactly("capture [" + installer + "]");
        assertThat(desk.notices).hasSize(2);
    }

    @Test
    void aFailedImportCanBeTriedAgainFromItsNotice(@TempDir Path folder) throws IOException {
        model.load();
        bench.fail();
        model.drop(List.of(Files.createFile(folder.resolve("app.ctnr"))));
        bench.failure = Optional.empty();

        desk.notices.getFirst().act().orElseThrow().act().run();

        assertThat(bench.asked).contains("import app.ctnr");
    }

    @Test
    void anImportWhoseIdIsTakenAsksForAnother(@TempDir Path folder) throws IOException {
        model.load();
        model.drop(List.of(Files.createFile(folder.resolve("putty-0.81.ctnr"))));

        desk.notices.getFirst().act().orElseThrow().act().run();
        desk.dialogs.type("Not an id");
        desk.dialogs.type("putty-new");

        assertThat(bench.asked).contains("import putty-0.81.ctnr as putty-new");
    }

    static final class RecordedWays implements Navigator {
        final List<String> ways = new ArrayList<>();

        @Override
        public void go(Place place) {
            ways.add("go " + place);
        }

        @Override
        public void done(Place next) {
            ways.add("done, then " + next);
        }

        @Override
        public void show(ContainerRecord container) {
            ways.add("show " + container.id());
        }

        @Override
        public void view(OpenedArchive archive) {
            ways.add("view " + archive.file().getFileName());
        }

        @Override
        public void open(ContainerRecord container) {
            ways.add("open " + container.id());
        }

        @Override
        public void capture(List<Path> installers) {
            ways.add("capture " + installers);
        }

        @Override
        public void resume(Path project) {
            ways.add("resume " + project);
        }
    }
}
