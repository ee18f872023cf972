package studio.ctnr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.rules.Judged;
import studio.ctnr.engine.rules.Selection;
import tools.jackson.databind.JsonNode;

/**
 * Installers that were not written for this project: what each leaves, and what counts of it. The NSIS ones are always
 * there; those of other kinds when CTNR_CORPUS names a folder that has them.
 */
class CorpusTest {
    @TempDir
    static Path folder;

    /**
     * One installer and what is expected.
     *
     * @param code of ctnr
     * @param exitCode of the installer; -1 when it is ended
     * @param files that count
     */
    private record Row(String file, int code, int exitCode, int files) {}

    private static final List<Row> ROWS = List.of(
            new Row("nsis/example2.exe", 0, 0, 4),
            new Row("nsis/Install_Per-user_example.exe", 0, 0, 3),
            new Row("nsis/StartMenu.exe", 0, 0, 2),
            new Row("nsis/vpatchtest.exe", 0, 0, 3),
            new Row("nsis/one-section.exe", ExitCode.NOTHING_CAPTURED, 0, 0),
            new Row("nsis/VersionInfo.exe", ExitCode.NOTHING_CAPTURED, 0, 0),
            new Row("nsis/bigtest.exe", ExitCode.TIMED_OUT, -1, 2),
            new Row("msi/HelloWorld.msi", 0, 0, 1),
            new Row("msi/SimpleRegistry.msi", 0, 0, 0),
            new Row("msi/CreateFolderShortcut.msi", 0, 0, 1),
            new Row("msi/Win64Component.msi", 0, 0, 0),
            new Row("msi/msi_with_external_cab.msi", 0, 0, 1),
            new Row("msi/NUnit-2.5.2.9222.msi", 0, 0, 226),
            new Row("msi/Ivi-fails-1603.msi", ExitCode.FAILED, 1603, 0));

    @TestFactory
    Stream<DynamicTest> eachInstallerLeavesWhatItMeantTo() throws Exception {
        Path corpus = SampleInstallers.corpus();
        return ROWS.stream()
                .filter(row -> Files.isDirectory(corpus.resolve(row.file()).getParent()))
                .map(row -> DynamicTest.dynamicTest(row.file(), () -> check(corpus, row)));
    }

    @TestFactory
    Stream<DynamicTest> eachInstallerLeavesTheSameObservedOrNot() throws Exception {
        Path corpus = SampleInstallers.corpus();
        return Stream.of(
                        "nsis/example2.exe", "nsis/StartMenu.exe", "msi/SimpleRegistry.msi", "msi/NUnit-2.5.2.9222.msi")
                .map(corpus::resolve)
                .filter(installer -> Files.isDirectory(installer.getParent()))
                .map(installer -> DynamicTest.dynamicTest(
                        installer.getFileName().toString(),
                        () -> assertThat(kept(installer, "--no-observe")).isEqualTo(kept(installer, "--quiet"))));
    }

    /** What counts of a capture, contents included, without what differs between any two: times, and who made it. */
    private static List<String> kept(Path installer, String option) throws IOException {
        Path project = folder.resolve(installer.getFileName() + option + ".capture");
        Call captured = Call.of("capture", option, installer, "-p", project);
        assertThat(captured.exitCode()).as(captured.toString()).isZero();
        CaptureProject opened = CaptureProject.open(project);
        Selection selection = Selection.of(opened);
        try (var files = selection.files().filter(Judged::included);
                var registry = selection.registry().filter(Judged::included)) {
            return Stream.concat(
                            files.map(judged -> kept(opened.changes(), judged.change())),
                            registry.map(judged ->
                                    judged.change().with(Optional.empty()).toString()))
                    .toList();
        }
    }

    private static String kept(ChangeSet changes, FileChange change) {
        // a shortcut holds the time at which its target was written
        boolean content = change.after().filter(state -> !state.folder()).isPresent()
                && !change.path().extension().equals("lnk");
        try {
            return change.kind() + " " + change.path()
                    + (content ? " " + Arrays.hashCode(Files.readAllBytes(changes.content(change.path()))) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(Path corpus, Row row) {
        Path installer = corpus.resolve(row.file());
        assertThat(installer).matches(Files::isRegularFile, "is part of the corpus");
        Path project = folder.resolve(installer.getFileName() + ".capture");
        Call captured = Call.of("capture", "--json", "--wait-limit", "5s", installer, "-p", project);

        assertThat(captured.exitCode()).as(captured.toString()).isEqualTo(row.code());
        JsonNode exitCode = captured.json().at("/steps/0/exitCode");
        assertThat(exitCode.isNull() ? -1 : exitCode.asInt()).isEqualTo(row.exitCode());
        assertThat(captured.json().at("/included/files/added").asInt()).isEqualTo(row.files());
    }
}
