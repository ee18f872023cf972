package studio.ctnr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.archive.ArchiveBuilder;
import studio.ctnr.container.archive.manifest.ArchiveInfo;
import studio.ctnr.launcher.ContainerRuntime;
import tools.jackson.databind.JsonNode;

/** Containers run as a user runs them; the machine that they run on is the tests' own (the pom's CTNR_STATE). */
class RunCommandTest {
    private static final Path STATE = Path.of(System.getenv("CTNR_STATE"));

    @TempDir
    private Path folder;

    private ContainerFolder container;

    @BeforeEach
    void make() throws IOException {
        container = ContainerFolder.create(folder.resolve("app"));
        ContainerRuntime.copyTo(container.root().resolve("bin"));
        Files.writeString(container.config(), """
                id: "counting"
                name: "Counting"
                version: "%s"
                entrypoints:
                  - { name: "cmd", target: 'C:\\Windows\\System32\\cmd.exe' }
                """.formatted(folder.getFileName()));
    }

    private Path archive() throws IOException {
        Path archive = folder.resolve("app.ctnr");
        new ArchiveBuilder(new ArchiveInfo("counting", "Counting", "1", "a test", "")).build(container.root(), archive);
        return archive;
    }

    private static Call run(Path what, String command, String... options) {
        Stream<String> words = Stream.of(
                        Stream.of("run", what.toString()), Stream.of(options), Stream.of("--", "/c", command))
                .flatMap(part -> part);
        return Call.of(words.toArray());
    }

    @Test
    void theExitCodeIsTheApplicationsAndIsToldInFull() {
        assertThat(run(container.root(), "exit 7").exitCode()).isEqualTo(7);
        Call beyond = run(container.root(), "exit 3010");
        assertThat(beyond.exitCode()).isEqualTo(3010);
        assertThat(beyond.err()).contains("exit code 3010 (0x00000BC2)");
        assertThat(run(container.root(), "exit 512").exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run(container.root(), "exit 3010", "--json")
                        .json()
                        .at("/exitCode")
                        .asLong())
                .isEqualTo(3010);
    }

    @Test
    void anArchivesApplicationFindsWhatItsLastRunLeft() throws Exception {
        Path archive = archive();
        assertThat(run(archive, "if exist C:\\run.txt (exit 5) else echo x>C:\\run.txt")
                        .exitCode())
                .isZero();
        assertThat(run(archive, "if exist C:\\run.txt exit 5").exitCode()).isEqualTo(5);
        assertThat(run(archive, "if exist C:\\run.txt exit 5", "--temporary").exitCode())
                .isZero();
        try (Stream<Path> unpacked = Files.list(STATE.resolve("unpacked"))) {
            assertThat(unpacked)
                    .anyMatch(place -> place.getFileName().toString().startsWith("counting-"));
        }
        assertThat(STATE.resolve("machine/drive_c/run.txt")).doesNotExist();
    }

    @Test
    void aContainerOfTheInventoryRunsByItsId() {
        String state = folder.resolve("state").toString();
        assertThat(Call.of("import", container.root(), "--state", state).exitCode())
                .isZero();
        assertThat(Call.of("run", "counting", "--state", state, "--", "/c", "exit 9")
                        .exitCode())
                .isEqualTo(9);
        JsonNode listed = Call.of("list", "--json", "--state", state).json();
        assertThat(listed.toString()).contains("\"lastRun\":\"20");
    }

    @Test
    void theDoctorSaysWhatThisMachineCanDoForAContainer() throws IOException {
        Call asked = Call.of("doctor", container.root());
        assertThat(asked.exitCode()).isZero();
        assertThat(asked.out()).contains("runtime", "registry", "job objects");
        assertThat(Call.of("doctor", container.root(), "--json").json().toString())
                .contains("\"topic\":\"runtime\"");

        Files.delete(container.root().resolve("bin/runtime/x86/ctnr.dll"));
        Call lacking = Call.of("doctor", container.root());
        assertThat(lacking.exitCode()).isEqualTo(ExitCode.NOT_AVAILABLE);
        assertThat(lacking.out()).contains("ctnr.dll");
    }

    @Test
    void theDoctorSaysWhatTheMachineCanDoForAnyContainer() {
        assertThat(run(container.root(), "exit 0").exitCode()).isZero(); // makes the machine where there is none
        Call asked = Call.of("doctor");
        assertThat(asked.exitCode()).as(asked.toString()).isZero();
        assertThat(asked.out())
                .contains("Captures work on this machine.", "job objects", "Containers run on this machine.");
        JsonNode answer = Call.of("doctor", "--json").json();
        assertThat(answer.at("/sandbox").asString()).isNotEmpty();
        assertThat(answer.at("/findings").size()).isPositive();
        assertThat(answer.at("/runtime/usable").asBoolean())
                .as(answer.toString())
                .isTrue();
    }

    @Test
    void aTemporaryRunOfAFolderLeavesItAsItWas() {
        assertThat(run(container.root(), "echo x>C:\\run.txt", "--temporary").exitCode())
                .isZero();
        assertThat(container.root().resolve("rootfs/Drives/C")).doesNotExist();
    }

    @Test
    void whatCanNotBeRunIsToldFromWhatCan() throws IOException {
        assertThat(Call.of("run", folder.resolve("nothing")).exitCode()).isEqualTo(ExitCode.WRONG_USE);
        Path project = Files.createDirectory(folder.resolve("x.capture"));
        Files.createFile(project.resolve("project.yml"));
        assertThat(Call.of("run", project).err()).contains("is a capture project", "ctnr build");
        Call noEntry = Call.of("run", container.root(), "--entry", "nothing");
        assertThat(noEntry.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(noEntry.err()).contains("It has: cmd");
        Files.delete(container.launcher());
        assertThat(Call.of("run", container.root()).err()).contains("holds no launcher");
    }
}
