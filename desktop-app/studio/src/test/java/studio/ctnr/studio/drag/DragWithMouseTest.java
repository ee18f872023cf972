package studio.ctnr.studio.drag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.studio.bench.WorkbenchBench;
import studio.ctnr.studio.shell.TestWindow;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.support.FxTest;
import studio.ctnr.toolkit.support.VirtualDisplay;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.WorkbenchPlace;
import studio.ctnr.workbench.audit.Caller;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.life.ImportService;
import studio.ctnr.workbench.life.NewContainer;
import studio.ctnr.workbench.life.Packing;

/** Files between the studio's window and that of another process, with the display's own mouse. */
class DragWithMouseTest extends FxTest {
    private static final Caller CALLER = Caller.ofProcess("test");
    private static final int PEER_X = 1300;
    private static final int PEER_Y = 100;

    @TempDir
    private Path folder;

    private Workbench workbench;
    private TestWindow shown;
    private Process peer;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void openWorkbench() throws Exception {
        workbench = Workbench.open(new WorkbenchPlace(folder.resolve("state")));
    }

    @AfterEach
    void close() throws Exception {
        peer.destroy();
        peer.waitFor();
        workbench.close();
    }

    @Test
    void anArchiveThatIsDroppedIsImported() throws Exception {
        Path archive = folder.resolve("away.ctnr");
        ContainerRecord made = create("Tally");
        workbench
                .exporting()
                .archive(made.id(), archive, Packing.DEFAULT, CALLER)
                .await();
        workbench.retiring().retire(made.id(), CALLER).await();
        open(archive);

        dragIn();

        until("it is in the library", () -> names().contains("Tally"));
    }

    @Test
    void aContainersFolderThatIsDroppedIsImported() throws Exception {
        Path away = folder.resolve("away");
        ContainerRecord made = create("Tally");
        copyTree(made.folder(), away);
        workbench.retiring().retire(made.id(), CALLER).await();
        open(away);

        dragIn();

        until("it is in the library", () -> names().contains("Tally"));
    }

    @Test
    void anInstallerThatIsDroppedStartsTheWizard() throws Exception {
        Path installer = Files.writeString(folder.resolve("setup.exe"), "MZ");
        open(installer);

        dragIn();

        until("the wizard has it", () -> shown.made.contains("wizard for [" + installer + "]"));
    }

    @Test
    void aContainerIsDraggedOutInOneGesture() throws Exception {
        ContainerRecord made = create("Tally");
        open();
        until("its card is there", () -> lookup(".container-card").tryQuery().isPresent());

        dragOut(lookup(".container-card").query());

        assertThatArchiveArrived(made);
    }

    @Test
    void aContainerIsDraggedOutOfTheTable() throws Exception {
        ContainerRecord made = create("Tally");
        open();
        onFx(() -> {
            shown.window.library().denseProperty().set(true);
            return null;
        });
        until(
                "its row is there",
                () -> lookup("#library-table .table-row-cell").tryQuery().isPresent());

        dragOut(lookup("#library-table .table-row-cell").query());

        assertThatArchiveArrived(made);
    }

    private void assertThatArchiveArrived(ContainerRecord made) throws Exception {
        Path arrived = folder.resolve("desktop").resolve(made.id() + ".ctnr");
        assertThat(arrived).exists();
        ContainerRecord back = workbench
                .importing()
                .take(arrived, ImportService.Way.COPY, Optional.of("back"), CALLER)
                .await();
        assertThat(back.name()).isEqualTo("Tally");
    }

    private ContainerRecord create(String name) throws Exception {
        return workbench
                .creating()
                .empty(new NewContainer(Optional.empty(), name, "1.0"), CALLER)
                .await();
    }

    private List<String> names() {
        return shown.window.library().list().all().stream()
                .map(ContainerRecord::name)
                .toList();
    }

    private void open(Path... files) throws Exception {
        show(
                () -> {
                    shown = new TestWindow(
                            new WorkbenchBench(CompletableFuture.completedFuture(workbench)),
                            Background.onVirtualThreads());
                    return shown.window.root();
                },
                1000,
                700);
        onFx(() -> {
            stage.setX(0);
            stage.setY(0);
            return null;
        });
        Path desktop = Files.createDirectories(folder.resolve("desktop"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                DragPeer.class.getName(),
                Integer.toString(PEER_X),
                Integer.toString(PEER_Y),
                desktop.toString()));
        Stream.of(files).map(Path::toString).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DISPLAY", VirtualDisplay.name());
        peer = builder.start();
        Thread.ofVirtual().start(this::listen);
        until("the other process's window", () -> said.contains("ready"));
    }

    private void listen() {
        try (BufferedReader reader = peer.inputReader()) {
            reader.lines().forEach(said::add);
        } catch (IOException | UncheckedIOException e) {
            said.add("unreadable: " + e);
        }
    }

    /** From the other window onto the middle of the studio's. */
    private void dragIn() throws Exception {
        Node library = lookup(".library").query();
        mouse("mousemove", peerMiddle());
        mouse("mousedown", "1");
        push(peerMiddle().add(30, 20), () -> said.contains("dragging"));
        push(
                new Point2D(500, 350),
                () -> library.getPseudoClassStates().contains(PseudoClass.getPseudoClass("drop-target")));
        mouse("mouseup", "1");
        until("the other process is done: " + said, () -> said.contains("done COPY"));
    }

    /** From a node of the studio onto the other window. */
    private void dragOut(Node node) throws Exception {
        Point2D from = onFx(() -> {
            Node name = node.lookup(".label");
            return (name instanceof Label ? name : node).localToScreen(20, 10);
        });
        mouse("mousemove", from);
        mouse("mousedown", "1");
        push(peerMiddle(), () -> said.contains("over"));
        mouse("mouseup", "1");
        until("the file is copied: " + said, () -> said.stream().anyMatch(line -> line.startsWith("copied")));
    }

    private static Point2D peerMiddle() {
        return new Point2D(PEER_X + DragPeer.SIZE / 2.0, PEER_Y + DragPeer.SIZE / 2.0);
    }

    /** Moves to and fro around a place, until something is so. */
    private void push(Point2D to, Callable<Boolean> reached) throws Exception {
        int[] step = {0};
        until("the drag to " + to + " is noticed: " + said, () -> {
            mouse("mousemove", to.add(step[0]++ % 8, 0));
            return reached.call();
        });
    }

    private void mouse(String act, Point2D place) throws Exception {
        mouse(act, Integer.toString((int) place.getX()), Integer.toString((int) place.getY()));
    }

    private void mouse(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DISPLAY", VirtualDisplay.name());
        assertThat(builder.start().waitFor()).as(String.join(" ", command)).isZero();
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }
}
