package studio.ctnr.engine.sandbox.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.Progress;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.observe.ChangedPlaces;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.sandbox.SandboxSession;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.engine.sandbox.StepListener;
import studio.ctnr.engine.sandbox.StepResult;
import studio.ctnr.engine.sandbox.windows.journal.PlaceWatch;
import studio.ctnr.launcher.NativeProgram;
import studio.ctnr.wine.WinePrefix;

/** What a Windows machine would run, run under Wine: snapshots, a real installer, the comparison. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class WindowsSessionTest {
    private static final Path PREFIX = Path.of("../../native-runtime/launcher/target/fork-1/wine");

    @TempDir
    private Path folder;

    private WinePrefix wine;
    private CaptureProgram program;
    private int watches;

    @BeforeEach
    void prepare() throws Exception {
        wine = WinePrefix.in(PREFIX);
        for (String left : List.of("Program Files/Sample Ünï", "clean")) {
            FileTree.delete(wine.drive().resolve(left));
        }
        wine.cleanRegistry();
        Path capture = folder.resolve("capture.exe");
        NativeProgram.CAPTURE_X64.copyTo(capture);
        NativeProgram.copyLibraries(folder);
        program = new CaptureProgram(
                List.of("wine", capture.toString()), wine.environment(), WinePrefix::path, this::location);
    }

    @AfterEach
    void stop() throws Exception {
        wine.stop();
    }

    private Path location(WindowsPath file) {
        Path at = wine.drive();
        for (String name : file.names()) {
            at = at.resolve(name);
        }
        return at;
    }

    private Path installer() throws Exception {
        Path script = folder.resolve("sample.nsi");
        try (InputStream in = WindowsSessionTest.class.getResourceAsStream("sample.nsi")) {
            Files.copy(in, script);
        }
        Files.createFile(folder.resolve("empty.txt"));
        Process made = new ProcessBuilder("makensis", "-V2", script.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes());
        assertThat(made.waitFor()).as(said).isZero();
        return folder.resolve("sample.exe");
    }

    private SandboxSession open(SandboxSettings settings) throws Exception {
        return open(settings, ChangedPlaces.EVERYWHERE);
    }

    /** @param places what a journal would say; Wine's drives have none */
    private SandboxSession open(SandboxSettings settings, ChangedPlaces places) throws Exception {
        PlaceWatch watch = new PlaceWatch() {
            @Override
            public ChangedPlaces places() {
                return places;
            }

            @Override
            public void close() {
                watches--;
            }
        };
        return WindowsSession.open(
                program,
                settings,
                folder.resolve("workspace"),
                List.of("C:\\"),
                drives -> {
                    assertThat(drives).containsExactly("C:\\");
                    watches++;
                    return watch;
                },
                Progress.NONE);
    }

    @Test
    void findsWhatAnInstallerDid() throws Exception {
        Path installer = installer();
        Path clean = Files.createDirectories(wine.drive().resolve("clean"));
        Files.writeString(clean.resolve("to delete.txt"), "old");
        Files.writeString(clean.resolve("to change.txt"), "old");
        try (SandboxSession session = open(SandboxSettings.DEFAULT)) {
            assertThat(session.machine().sandbox()).isEqualTo("wine");
            assertThat(session.machine().userSid()).startsWith("S-1-5-21-");
            List<String> programs = new ArrayList<>();
            StepResult result = session.run(InstallStep.of(installer, "/S"), new StepListener() {
                @Override
                public void programStarted(long processId, String image) {
                    programs.add(image.substring(image.lastIndexOf('\\') + 1));
                }
            });
            assertThat(result.exitCode()).isEqualTo(3010);
            assertThat(result.restartNeeded()).isTrue();
            assertThat(result.left()).isEmpty();
            assertThat(result.unobserved()).isEmpty();
            assertThat(programs).contains("sample.exe");
            ChangeSet changes = session.finish();
            checkFiles(changes);
            checkRegistry(changes);
            try (Stream<FileChange> files = changes.files()) {
                FileChange notes = files.filter(change -> change.path().name().equals("notes.txt"))
                        .findAny()
                        .orElseThrow();
                assertThat(changes.processes()
                                .writer(notes.writing())
                                .orElseThrow()
                                .path())
                        .isEqualTo("sample.exe");
            }
        }
    }

    @Test
    void looksOnlyWhereTheDrivesMayHaveChanged() throws Exception {
        Path installer = installer();
        Path clean = Files.createDirectories(wine.drive().resolve("clean"));
        Files.writeString(clean.resolve("to delete.txt"), "old");
        Files.writeString(clean.resolve("to change.txt"), "old");
        ChangedPlaces places = new ChangedPlaces.Builder()
                .addWhole(WindowsPath.of("C:\\Program Files\\Sample Ünï\\data"))
                .add(WindowsPath.of("C:\\clean\\TO DELETE.txt"))
                .build();
        try (SandboxSession session = open(SandboxSettings.DEFAULT, places)) {
            assertThat(session.run(InstallStep.of(installer, "/S"), StepListener.NONE)
                            .exitCode())
                    .isEqualTo(3010);
            try (Stream<FileChange> files = session.finish().files()) {
                assertThat(files.map(change -> change.kind() + " " + change.path()))
                        .containsExactly(
                                "DELETED C:\\clean\\to delete.txt",
                                "ADDED C:\\Program Files\\Sample Ünï\\data",
                                "ADDED C:\\Program Files\\Sample Ünï\\data\\notes.txt");
            }
            assertThat(watches).isOne();
        }
        assertThat(watches).isZero();
    }

    private static void checkFiles(ChangeSet changes) throws Exception {
        List<FileChange> files;
        try (Stream<FileChange> all = changes.files()) {
            files = all.toList();
        }
        assertThat(files)
                .extracting(change -> change.kind() + " " + change.path())
                .contains(
                        "ADDED C:\\Program Files\\Sample Ünï",
                        "ADDED C:\\Program Files\\Sample Ünï\\data",
                        "ADDED C:\\Program Files\\Sample Ünï\\data\\notes.txt",
                        "ADDED C:\\Program Files\\Sample Ünï\\empty.txt",
                        "CHANGED C:\\clean\\to change.txt",
                        "DELETED C:\\clean\\to delete.txt");
        assertThat(files).isSortedAccordingTo((left, right) -> left.path().compareTo(right.path()));
        assertThat(changes.content(WindowsPath.of("C:\\clean\\to change.txt"))).hasContent("oldmore");
        FileChange empty = files.stream()
                .filter(change -> change.path().name().equals("empty.txt"))
                .findAny()
                .orElseThrow();
        assertThat(empty.after().orElseThrow().attributes() & 3).isEqualTo(3);
        assertThat(changes.content(empty.path())).isEmptyFile();
    }

    private static void checkRegistry(ChangeSet changes) throws Exception {
        try (Stream<RegistryChange> all = changes.registry()) {
            assertThat(all.filter(change -> change.key().toString().contains("Sample"))
                            .map(change -> switch (change) {
                                case RegistryChange.OfKey key -> key.kind() + " " + key.key();
                                case RegistryChange.OfValue value ->
                                    value.kind() + " " + value.key() + " "
                                            + value.after().orElseThrow();
                            }))
                    .containsExactly(
                            "ADDED HKCU\\Software\\Sample",
                            "ADDED HKCU\\Software\\Sample\\日本",
                            "ADDED HKCU\\Software\\Sample\\日本 Data = REG_EXPAND_SZ (34 bytes)",
                            "ADDED HKLM\\Software\\Wow6432Node\\Sample",
                            "ADDED HKLM\\Software\\Wow6432Node\\Sample Count = REG_DWORD (4 bytes)",
                            "ADDED HKLM\\Software\\Wow6432Node\\Sample Path = REG_SZ (56 bytes)");
        }
    }

    @Test
    void givesUpOnAStepThatWaitsForAPersonAndSaysWhatItAsks() throws Exception {
        Path dialog = Path.of("../../native-runtime/launcher/target/test-programs/x86/show_dialog.exe");
        SandboxSettings settings = SandboxSettings.DEFAULT.withWaitingLimit(Optional.of(Duration.ofSeconds(1)));
        try (SandboxSession session = open(settings)) {
            StepResult result = session.run(InstallStep.of(dialog), StepListener.NONE);
            assertThat(result.ending()).isEqualTo(StepResult.Ending.WAITING_LIMIT);
            assertThat(result.waiting().orElseThrow().buttons()).containsExactly("Yes", "No", "Cancel");
            assertThat(result.left()).containsExactly("show_dialog.exe");
        }
    }

    @Test
    void endsTheStepWhenItIsCancelled() throws Exception {
        Path dialog = Path.of("../../native-runtime/launcher/target/test-programs/x64/show_dialog.exe");
        try (SandboxSession session = open(SandboxSettings.DEFAULT)) {
            CountDownLatch shown = new CountDownLatch(1);
            Thread canceller = Thread.ofVirtual().start(() -> {
                try {
                    shown.await();
                    session.cancel();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            assertThatThrownBy(() -> session.run(InstallStep.of(dialog), new StepListener() {
                        @Override
                        public void windowShown(String title) {
                            shown.countDown();
                        }
                    }))
                    .isInstanceOf(CancellationException.class);
            canceller.join();
            assertThatThrownBy(session::finish).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void saysWhenAStepCantBeStarted() throws Exception {
        Path text = Files.writeString(folder.resolve("text.exe"), "This is no program.");
        try (SandboxSession session = open(SandboxSettings.DEFAULT)) {
            assertThatThrownBy(() -> session.run(InstallStep.of(text), StepListener.NONE))
                    .isInstanceOf(SandboxException.class)
                    .hasMessageStartingWith("The step text.exe could not be run: Can't start the step: ");
        }
    }
}
