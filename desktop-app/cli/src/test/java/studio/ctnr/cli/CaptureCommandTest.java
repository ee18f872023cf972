package studio.ctnr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.FileState;
import studio.ctnr.engine.change.ProcessTree;
import studio.ctnr.engine.change.Writer;
import studio.ctnr.engine.change.Writing;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.rules.Judged;
import studio.ctnr.engine.rules.Selection;
import tools.jackson.databind.JsonNode;

/** The main job, on installers that real tools made, in a real sandbox. */
class CaptureCommandTest {
    @TempDir
    Path folder;

    @Test
    void anNsisInstallerBecomesAContainerThatKnowsItsApplication() throws Exception {
        Call captured = capture(SampleInstallers.made("tally-setup.exe"), "-o", folder.resolve("tally.ctnr"));
        assertThat(captured.exitCode()).as(captured.toString()).isZero();
        assertThat(captured.json().at("/steps/0/kind").asString()).isEqualTo("NSIS");

        Path unpacked = unpack("tally.ctnr");
        ContainerConfig config = ConfigDocument.load(new ContainerFolder(unpacked).config());
        assertThat(config.id()).isEqualTo("tally-2.1.0.7");
        assertThat(config.publisher()).contains("Ctnr Samples");
        assertThat(config.entrypoints()).singleElement().satisfies(entry -> {
            assertThat(entry.name()).isEqualTo("Tally");
            assertThat(entry.isDefault()).isTrue();
        });
        assertThat(config.associations())
                .singleElement()
                .satisfies(type -> assertThat(type.extension()).isEqualTo(".tally"));
        assertThat(config.protocols())
                .singleElement()
                .satisfies(protocol -> assertThat(protocol.scheme()).isEqualTo("tally"));
        assertThat(config.env())
                .singleElement()
                .satisfies(variable -> assertThat(variable.key()).isEqualTo("TALLY_HOME"));
        assertThat(unpacked.resolve("rootfs/ProgramFiles/Tally/tally.exe"))
                .hasSameBinaryContentAs(SampleInstallers.made("tally-setup.exe").resolveSibling("tally.exe"));
        assertThat(unpacked.resolve("temp/tally-setup.log")).doesNotExist();
        assertThat(Hive.read(new ContainerFolder(unpacked).hkcuHive())
                        .root()
                        .find("Software\\Ctnr Samples\\Tally")
                        .orElseThrow()
                        .value("History")
                        .orElseThrow()
                        .data())
                .asString(StandardCharsets.UTF_16LE)
                .startsWith("%CONTAINER_APPDATA%\\Tally");
    }

    @Test
    void aPackageFindsTheCabinetThatLiesBesideIt() throws Exception {
        Call captured = capture(SampleInstallers.made("tally.msi"), "-o", folder.resolve("tally.ctnr"));

        assertThat(captured.exitCode()).as(captured.toString()).isZero();
        assertThat(unpack("tally.ctnr").resolve("rootfs/ProgramFilesX86/Tally/tally.exe"))
                .isRegularFile();
    }

    @Test
    void anInnoSetupInstallerIsRecognisedAndCaptured() throws Exception {
        Call captured = capture(SampleInstallers.inno(), "-o", folder.resolve("tally.ctnr"));

        assertThat(captured.exitCode()).as(captured.toString()).isZero();
        assertThat(captured.json().at("/steps/0/kind").asString()).isEqualTo("Inno Setup");
        ContainerConfig config = ConfigDocument.load(new ContainerFolder(unpack("tally.ctnr")).config());
        assertThat(config.entrypoints()).extracting("name").containsExactly("Tally");
    }

    @Test
    void twoCapturesAgreeAndTwoBuildsAreTheSameBytes() throws Exception {
        Path installer = SampleInstallers.made("tally-setup.exe");
        for (String name : List.of("first", "second")) {
            assertThat(Call.of("capture", installer, "-p", folder.resolve(name)).exitCode())
                    .isZero();
        }
        assertThat(changes("first")).hasSizeGreaterThan(30).isEqualTo(changes("second"));

        for (String name : List.of("one.ctnr", "two.ctnr")) {
            Call built = Call.of("build", folder.resolve("first"), "-o", folder.resolve(name));
            assertThat(built.exitCode()).as(built.toString()).isZero();
        }
        assertThat(folder.resolve("one.ctnr")).hasSameBinaryContentAs(folder.resolve("two.ctnr"));
    }

    @Test
    void theWholeExitCodeIsTold() throws Exception {
        Call captured = capture(SampleInstallers.made("exits-setup.exe"));

        assertThat(captured.exitCode()).as(captured.toString()).isZero();
        assertThat(captured.json().at("/steps/0/exitCode").asInt()).isEqualTo(3010);
    }

    @Test
    void aPackageThatRefusesIsAFailedCaptureAndIsNotBuilt() throws Exception {
        Path archive = folder.resolve("refuses.ctnr");
        Call captured = capture(SampleInstallers.made("refuses.msi"), "-o", archive);

        assertThat(captured.exitCode()).as(captured.toString()).isEqualTo(ExitCode.FAILED);
        assertThat(captured.json().at("/steps/0/exitCode").asInt()).isEqualTo(1603);
        assertThat(archive).doesNotExist();

        Call built = Call.of("build", folder.resolve("project"), "-o", archive);
        assertThat(built.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(built.err()).contains("1603");
    }

    @Test
    void anInstallerThatAsksIsToldWithItsQuestionAndAScreenshot() throws Exception {
        Call captured = capture(SampleInstallers.made("waits-setup.exe"), "--wait-limit", "3s");

        assertThat(captured.exitCode()).as(captured.toString()).isEqualTo(ExitCode.TIMED_OUT);
        JsonNode waiting = captured.json().get("waiting");
        assertThat(waiting.get("text").toString()).contains("Shall the sample go on?");
        assertThat(waiting.get("buttons").size()).isEqualTo(2);
        assertThat(ImageIO.read(Path.of(waiting.get("screenshot").asString()).toFile()))
                .isNotNull();
    }

    @Test
    void whatIsNoInstallerIsWrongUse() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "hello");

        Call captured = capture(text);
        assertThat(captured.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(captured.err()).contains("notes.txt").contains("neither a Windows program");
        assertThat(folder.resolve("project")).doesNotExist();
    }

    private Call capture(Path installer, Object... more) {
        Object[] words = new Object[more.length + 5];
        System.arraycopy(
                new Object[] {"capture", "--json", "-p", folder.resolve("project"), installer}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        return Call.of(words);
    }

    private Path unpack(String archive) {
        Path goal = folder.resolve("unpacked");
        Call extracted = Call.of("extract", folder.resolve(archive), goal);
        assertThat(extracted.exitCode()).as(extracted.toString()).isZero();
        return goal;
    }

    /** What changed and counts, without the times at which it did. */
    private List<String> changes(String project) throws IOException {
        CaptureProject opened = CaptureProject.open(folder.resolve(project));
        ProcessTree processes = opened.changes().processes();
        Selection selection = Selection.of(opened);
        try (var files = selection.files().filter(Judged::included);
                var registry = selection.registry().filter(Judged::included)) {
            return Stream.concat(
                            files.map(judged -> sizeAndPlace(judged.change())
                                    + by(processes, judged.change().writing())),
                            registry.map(judged -> judged.change().with(Optional.empty())
                                    + by(processes, judged.change().writing())))
                    .toList();
        }
    }

    /** The programs' names agree; ids and times need not. */
    private static String by(ProcessTree processes, Optional<Writing> writing) {
        return " by " + processes.writer(writing).map(Writer::path).orElse("nobody");
    }

    private static String sizeAndPlace(FileChange change) {
        return change.kind() + " " + change.path() + " " + change.after().map(FileState::size);
    }
}
