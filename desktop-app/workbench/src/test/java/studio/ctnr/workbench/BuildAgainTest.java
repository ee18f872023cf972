package studio.ctnr.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.Progress;
import studio.ctnr.engine.build.BuildSettings;
import studio.ctnr.engine.projection.text.TextChoice;
import studio.ctnr.engine.run.RunSettings;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.inventory.RetiredContainer;
import studio.ctnr.workbench.jobs.Job;
import studio.ctnr.workbench.life.BuildService.Built;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

/** A capture project that is built again, in the place of what was made of it before. */
@Timeout(300)
class BuildAgainTest {
    @TempDir
    private Path temporary;

    private final FakeHost host = new FakeHost();
    private Workbench workbench;
    private Path project;
    private ContainerRecord first;

    @BeforeEach
    void buildOnce() throws Exception {
        workbench =
                Workbench.open(new WorkbenchPlace(temporary.resolve("state")), Optional.of(host), Clock.systemUTC());
        project = Files.createDirectories(temporary.resolve("app.capture"));
        Files.createDirectories(project.resolve("changes"));
        Files.writeString(project.resolve("project.yml"), """
                format: 1
                captured: {started: '2026-01-31T12:00:00Z', ended: '2026-01-31T12:00:01Z'}
                machine:
                  sandbox: wine
                  windows-version: '10.0'
                  user-name: tester
                  user-sid: S-1-5-21-1-2-3-1000
                  computer-name: BOX
                  profile: C:\\users\\tester
                  temp: C:\\users\\tester\\AppData\\Local\\Temp
                steps: []
                counts:
                  files: {added: 0, changed: 0, deleted: 0}
                  folders: {added: 1, changed: 0, deleted: 0}
                  keys: {added: 0, changed: 0, deleted: 0}
                  values: {added: 0, changed: 0, deleted: 0}
                """);
        Files.writeString(project.resolve("changes/files.jsonl"), """
                {"path":"C:\\\\Program Files\\\\App","after":{"folder":true,"modified":"2026-01-31T12:00:00Z"}}
                """);
        Files.writeString(project.resolve("changes/registry.jsonl"), "");
        first = build(Optional.empty(), Optional.empty()).await().container();
        Samples.write(first.folder().resolve("rootfs/mine.txt"), "mine");
    }

    @AfterEach
    void close() throws Exception {
        workbench.close();
    }

    private Job<Built> build(Optional<String> id, Optional<String> replaced) throws WorkbenchException {
        BuildSettings settings = new BuildSettings(id, Optional.of("App"), Optional.empty(), TextChoice.USUAL, true);
        return workbench.building().container(project, settings, replaced, Samples.CALLER);
    }

    @Test
    void the_new_one_has_the_place_and_the_old_one_is_in_the_trash_with_all_that_was_done_in_it() throws Exception {
        ContainerRecord again =
                build(Optional.empty(), Optional.of(first.id())).await().container();

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.folder()).isEqualTo(first.folder());
        assertThat(again.folder().resolve("rootfs/mine.txt")).doesNotExist();
        assertThat(workbench.inventory().list()).hasSize(1);
        RetiredContainer retired = workbench.trash().list().getFirst();
        workbench.retiring().retire(again.id(), Samples.CALLER).await();
        workbench.retiring().bringBack(retired, Samples.CALLER).await();
        assertThat(first.folder().resolve("rootfs/mine.txt")).hasContent("mine");
    }

    @Test
    void an_id_that_is_said_may_be_the_one_that_becomes_free() throws Exception {
        ContainerRecord again =
                build(Optional.of(first.id()), Optional.of(first.id())).await().container();
        assertThat(again.id()).isEqualTo(first.id());

        ContainerRecord other =
                build(Optional.of("other"), Optional.of(again.id())).await().container();
        assertThat(workbench.inventory().list()).extracting(ContainerRecord::id).containsExactly("other");
        assertThat(other.folder()).isDirectory();
    }

    @Test
    void one_that_runs_stays_and_nothing_is_built() throws Exception {
        host.start(first.container(), RunSettings.DEFAULT, Progress.NONE);

        refused(build(Optional.empty(), Optional.of(first.id())), ProblemCode.RUNNING);

        assertThat(first.folder().resolve("rootfs/mine.txt")).exists();
        assertThat(workbench.trash().list()).isEmpty();
        assertThat(workbench.inventory().list()).hasSize(1);
    }

    @Test
    void one_comes_back_when_the_new_one_finds_its_place_taken() throws Exception {
        Files.createDirectories(first.folder().resolveSibling("other"));

        refused(build(Optional.of("other"), Optional.of(first.id())), ProblemCode.IN_THE_WAY);

        assertThat(workbench.inventory().list()).extracting(ContainerRecord::id).containsExactly(first.id());
        assertThat(first.folder().resolve("rootfs/mine.txt")).hasContent("mine");
        assertThat(workbench.trash().list()).isEmpty();
    }

    private static void refused(Job<?> job, ProblemCode code) {
        assertThatExceptionOfType(WorkbenchException.class)
                .isThrownBy(job::await)
                .satisfies(failure -> assertThat(failure.problem().code()).isEqualTo(code.word()));
    }
}
