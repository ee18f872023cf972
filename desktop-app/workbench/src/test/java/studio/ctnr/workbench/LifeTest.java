package studio.ctnr.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.archive.Archive;
import studio.ctnr.container.archive.ArchiveBuilder;
import studio.ctnr.container.archive.ContentRoot;
import studio.ctnr.container.archive.internal.HostileArchive;
import studio.ctnr.container.archive.manifest.ArchiveInfo;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.config.ConfigProblem;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.snapshot.Snapshot;
import studio.ctnr.engine.run.RunEnd;
import studio.ctnr.engine.run.RunSettings;
import studio.ctnr.engine.run.RunningContainer;
import studio.ctnr.workbench.audit.AuditRecord;
import studio.ctnr.workbench.audit.Operation;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.inventory.InventoryChange;
import studio.ctnr.workbench.inventory.RetiredContainer;
import studio.ctnr.workbench.jobs.Job;
import studio.ctnr.workbench.life.ImportService.Way;
import studio.ctnr.workbench.life.NewContainer;
import studio.ctnr.workbench.life.Packing;
import studio.ctnr.workbench.life.Template;
import studio.ctnr.workbench.problem.NotStartedException;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

@Timeout(300)
class LifeTest {
    @TempDir
    private Path temporary;

    private final FakeHost host = new FakeHost();
    private Workbench workbench;

    @BeforeEach
    void open() throws Exception {
        workbench =
                Workbench.open(new WorkbenchPlace(temporary.resolve("state")), Optional.of(host), Clock.systemUTC());
    }

    @AfterEach
    void close() throws Exception {
        workbench.close();
    }

    private ContainerRecord imported(String id) throws Exception {
        Path archive = Samples.archive(temporary.resolve(id + ".ctnr"), id);
        return take(archive, Optional.empty()).await();
    }

    private Job<ContainerRecord> take(Path source, Optional<String> id) throws WorkbenchException {
        return workbench.importing().take(source, Way.COPY, id, Samples.CALLER);
    }

    private static void refused(Job<?> job, String code) {
        assertThatExceptionOfType(WorkbenchException.class)
                .isThrownBy(job::await)
                .satisfies(failure -> assertThat(failure.problem().code()).isEqualTo(code));
    }

    private void assertNothingLeft() throws IOException {
        for (String folder : List.of("containers", "trash")) {
            if (Files.exists(workbench.place().root().resolve(folder))) {
                try (Stream<Path> left = Files.list(workbench.place().root().resolve(folder))) {
                    assertThat(left).isEmpty();
                }
            }
        }
    }

    @Test
    void an_archive_is_taken_in_and_handed_out_again_the_same() throws Exception {
        ContainerRecord container = imported("alpha");
        assertThat(container.folder())
                .isEqualTo(workbench.place().containers().resolve("alpha"))
                .isDirectory();
        assertThat(container.linked()).isFalse();
        Path out = temporary.resolve("out.ctnr");
        workbench
                .exporting()
                .archive("alpha", out, Packing.DEFAULT, Samples.CALLER)
                .await();
        try (Archive before = Archive.open(temporary.resolve("alpha.ctnr"));
                Archive after = Archive.open(out)) {
            assertThat(ContentRoot.of(after.manifest())).isEqualTo(ContentRoot.of(before.manifest()));
            assertThat(after.manifest().find("bin/launcher.exe")).isPresent();
        }
        assertThat(workbench.inventory().get("alpha").contentRoot())
                .contains(ContentRoot.of(container.folder()).toString());
        assertThat(workbench.audit().of("alpha", 10))
                .extracting(AuditRecord::operation)
                .containsExactly(Operation.EXPORT, Operation.IMPORT);
        refused(workbench.exporting().archive("alpha", out, Packing.DEFAULT, Samples.CALLER), "goal-exists");
    }

    @Test
    void an_id_that_is_taken_is_refused_and_another_one_can_be_given() throws Exception {
        imported("alpha");
        Path again = temporary.resolve("alpha.ctnr");
        refused(take(again, Optional.empty()), "id-taken");
        refused(take(again, Optional.of("../x")), "bad-value");
        ContainerRecord beta = take(again, Optional.of("beta")).await();
        assertThat(ConfigDocument.load(beta.container().config()).id()).isEqualTo("beta");
        assertThat(Files.readString(beta.container().config())).contains("# kept");
    }

    @Test
    void a_damaged_archive_is_refused_by_its_cause_and_leaves_nothing() throws Exception {
        Path archive = Samples.archive(temporary.resolve("alpha.ctnr"), "alpha");
        byte[] bytes = Files.readAllBytes(archive);
        Path damaged = temporary.resolve("damaged.ctnr");
        for (int at : List.of(2000, bytes.length - 6000, bytes.length - 3000)) {
            byte[] changed = bytes.clone();
            changed[at] ^= 4;
            Files.write(damaged, changed);
            Job<ContainerRecord> job = take(damaged, Optional.empty());
            assertThatExceptionOfType(WorkbenchException.class).isThrownBy(job::await);
            assertThat(job.record().problem().orElseThrow().code()).doesNotContain("internal", "input-output");
        }
        Files.write(damaged, Arrays.copyOf(bytes, bytes.length / 2));
        refused(take(damaged, Optional.empty()), "truncated");
        refused(take(temporary.resolve("none.ctnr"), Optional.empty()), "not-found");
        Files.writeString(damaged, "no archive at all");
        assertThatExceptionOfType(WorkbenchException.class).isThrownBy(take(damaged, Optional.empty())::await);
        assertThat(workbench.inventory().list()).isEmpty();
        assertNothingLeft();
    }

    static Stream<Arguments> hostileArchives() {
        HostileArchive escaping = new HostileArchive().file("../out.txt");
        return Stream.of(
                Arguments.of("path-escapes", escaping),
                Arguments.of("device-name", new HostileArchive().file("rootfs/CON")),
                Arguments.of(
                        "case-collision", new HostileArchive().file("Read.me").file("rEAD.ME")),
                Arguments.of("duplicate-path", new HostileArchive().file("a").file("a")),
                Arguments.of("missing-parent", new HostileArchive().file("a").file("a/b")),
                Arguments.of(
                        "truncated",
                        new HostileArchive()
                                .file("config.yml")
                                .bytes(bytes -> Arrays.copyOf(bytes, bytes.length - 700))),
                Arguments.of(
                        "trailing-data",
                        new HostileArchive()
                                .file("config.yml")
                                .bytes(bytes -> Arrays.copyOf(bytes, bytes.length + 512))));
    }

    @ParameterizedTest
    @MethodSource("hostileArchives")
    void a_hostile_archive_is_refused_by_its_fault_and_leaves_nothing(String fault, HostileArchive hostile)
            throws Exception {
        Path archive = hostile.write(temporary.resolve("hostile.ctnr"));
        refused(take(archive, Optional.of("hostile")), fault);
        assertThat(workbench.inventory().list()).isEmpty();
        assertNothingLeft();
        assertThat(temporary.resolve("out.txt")).doesNotExist();
        assertThat(workbench.audit().latest(1).getFirst().problem()).contains(fault);
    }

    @Test
    void an_archive_whose_config_says_another_id_is_refused() throws Exception {
        Path folder = Samples.container(temporary.resolve("beta"), "beta");
        Path archive = temporary.resolve("alpha.ctnr");
        new ArchiveBuilder(new ArchiveInfo("alpha", "A", "1", "test", "")).build(folder, archive);
        refused(take(archive, Optional.empty()), "not-as-promised");
        assertNothingLeft();
    }

    @Test
    void a_folder_is_copied_or_stays_where_it_is() throws Exception {
        Path folder = Samples.container(temporary.resolve("mine"), "alpha");
        ContainerRecord linked = workbench
                .importing()
                .take(folder, Way.LINK, Optional.empty(), Samples.CALLER)
                .await();
        assertThat(linked.folder()).isEqualTo(folder);
        ContainerRecord copied = take(folder, Optional.of("beta")).await();
        assertThat(ContentRoot.of(copied.folder())).isEqualTo(ContentRoot.of(folder));
        Files.createSymbolicLink(folder.resolve("user/link"), temporary);
        Job<ContainerRecord> job = take(folder, Optional.of("gamma"));
        assertThatExceptionOfType(WorkbenchException.class)
                .isThrownBy(job::await)
                .withMessageContaining("user/link is a link");
        assertThat(workbench.place().containers()).isDirectoryNotContaining("glob:**gamma**");
    }

    @Test
    void a_retired_container_comes_back_with_all_that_was_known_of_it() throws Exception {
        imported("alpha");
        workbench.editing().tag("alpha", new TreeSet<>(List.of("office")), Samples.CALLER);
        ContainerRecord before = workbench.inventory().get("alpha");
        RetiredContainer retired =
                workbench.retiring().retire("alpha", Samples.CALLER).await();
        assertThat(workbench.inventory().list()).isEmpty();
        assertThat(before.folder()).doesNotExist();
        assertThat(workbench.trash().list()).containsExactly(retired);

        ContainerRecord back =
                workbench.retiring().bringBack(retired, Samples.CALLER).await();
        assertThat(back).usingRecursiveComparison().ignoringFields("revision").isEqualTo(before);
        assertThat(workbench.trash().list()).isEmpty();
        assertThat(back.folder()).isDirectory();
    }

    @Test
    void the_id_of_a_retired_container_is_free_and_it_can_not_come_back_over_another() throws Exception {
        imported("alpha");
        RetiredContainer retired =
                workbench.retiring().retire("alpha", Samples.CALLER).await();
        take(temporary.resolve("alpha.ctnr"), Optional.empty()).await();
        refused(workbench.retiring().bringBack(retired, Samples.CALLER), "id-taken");
        workbench.retiring().purge(retired, Samples.CALLER).await();
        assertThat(workbench.trash().list()).isEmpty();
        assertThat(workbench.place().trash()).isEmptyDirectory();
        assertThat(workbench.inventory().get("alpha").folder()).isDirectory();
    }

    @Test
    void a_linked_folder_stays_when_it_is_retired_and_purged() throws Exception {
        Path folder = Samples.container(temporary.resolve("mine"), "alpha");
        workbench
                .importing()
                .take(folder, Way.LINK, Optional.empty(), Samples.CALLER)
                .await();
        RetiredContainer retired =
                workbench.retiring().retire("alpha", Samples.CALLER).await();
        workbench.retiring().purge(retired, Samples.CALLER).await();
        assertThat(workbench.inventory().list()).isEmpty();
        assertThat(folder.resolve("config.yml")).exists();
    }

    @Test
    void a_container_that_runs_is_not_changed_or_retired() throws Exception {
        imported("alpha");
        CountDownLatch started = new CountDownLatch(1);
        Job<RunEnd> run =
                workbench.running().run("alpha", RunSettings.DEFAULT, _ -> started.countDown(), Samples.CALLER);
        started.await();
        assertThat(workbench.running().isRunning("alpha")).isTrue();
        assertThat(workbench.running().running("alpha")).hasSize(1);
        refused(workbench.retiring().retire("alpha", Samples.CALLER), "running");
        refused(workbench.snapshots().create("alpha", "x", Samples.CALLER), "running");
        run.cancel();
        assertThat(run.await().exitCode()).isEqualTo(7);
        assertThat(workbench.inventory().get("alpha").lastRun()).isPresent();
        assertThat(workbench.running().running()).isEmpty();
        workbench.retiring().retire("alpha", Samples.CALLER).await();
    }

    @Test
    void what_an_application_left_of_its_container_is_known_when_it_has_ended() throws Exception {
        ContainerRecord container = imported("alpha");
        assertThat(container.findings()).isEmpty();
        LinkedBlockingQueue<InventoryChange> told = new LinkedBlockingQueue<>();
        workbench.inventory().addListener(told::add);
        CountDownLatch started = new CountDownLatch(1);
        Job<RunEnd> run =
                workbench.running().run("alpha", RunSettings.DEFAULT, _ -> started.countDown(), Samples.CALLER);
        started.await();
        Files.delete(container.folder().resolve("rootfs/ProgramFiles/App/app.exe"));
        run.cancel();
        run.await();

        ContainerRecord after = workbench.inventory().get("alpha");
        assertThat(after.files()).isEqualTo(container.files() - 1);
        assertThat(after.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("app.exe"));
        InventoryChange change = told.take();
        while (!change.equals(new InventoryChange.Changed(after))) {
            change = told.take();
        }

        Files.delete(after.container().config());
        workbench
                .running()
                .run("alpha", RunSettings.DEFAULT, RunningContainer::stop, Samples.CALLER)
                .await();
        assertThat(workbench.inventory().get("alpha").findings()).isEqualTo(after.findings());
    }

    @Test
    void a_launcher_that_refuses_is_a_failed_job_with_the_launchers_code() throws Exception {
        imported("alpha");
        Job<RunEnd> run = workbench
                .running()
                .run("alpha", RunSettings.DEFAULT.withEntry(Optional.of("broken")), _ -> {}, Samples.CALLER);
        assertThatExceptionOfType(WorkbenchException.class)
                .isThrownBy(run::await)
                .withMessage("The runtime was altered")
                .withRootCauseInstanceOf(NotStartedException.class)
                .matches(failure -> failure.is(ProblemCode.NOT_STARTED));
        assertThat(workbench.audit().latest(1).getFirst().problem()).contains("not-started");
    }

    @Test
    void a_state_is_kept_and_gone_back_to_and_the_way_back_is_kept_too() throws Exception {
        ContainerRecord container = imported("alpha");
        Path settings = container.folder().resolve("user/AppData/Roaming/App/settings.ini");
        Snapshot first =
                workbench.snapshots().create("alpha", "clean", Samples.CALLER).await();
        assertThat(workbench.inventory().get("alpha").snapshots()).isEqualTo(1);
        Samples.write(settings, "changed");
        workbench.snapshots().restore("alpha", first, true, Samples.CALLER).await();
        assertThat(settings).hasContent("[a]\nb=c");
        Snapshot before = workbench.snapshots().find("alpha", "Before going back to clean");
        workbench.snapshots().restore("alpha", before, false, Samples.CALLER).await();
        assertThat(settings).hasContent("changed");
        assertThat(workbench.snapshots().verify("alpha", Samples.CALLER).await().isGood())
                .isTrue();
        workbench.snapshots().delete("alpha", first, Samples.CALLER).await();
        assertThat(workbench.snapshots().list("alpha")).containsExactly(before);
        assertThatExceptionOfType(WorkbenchException.class)
                .isThrownBy(() -> workbench.snapshots().find("alpha", "clean"))
                .matches(failure -> failure.is(ProblemCode.NOT_FOUND));
    }

    @Test
    void a_duplicate_has_the_state_and_not_the_snapshots_and_logs() throws Exception {
        ContainerRecord container = imported("alpha");
        workbench.snapshots().create("alpha", "clean", Samples.CALLER).await();
        Samples.write(container.folder().resolve("logs/events.log"), "{}");
        ContainerRecord copy = workbench
                .duplicating()
                .duplicate("alpha", Optional.empty(), Optional.of("Other"), Samples.CALLER)
                .await();
        assertThat(copy.id()).isEqualTo("alpha-2");
        assertThat(copy.name()).isEqualTo("Other");
        assertThat(copy.snapshots()).isZero();
        assertThat(ContentRoot.of(copy.folder())).isEqualTo(ContentRoot.of(container.folder()));
        assertThat(copy.folder().resolve("logs")).isEmptyDirectory();
    }

    @Test
    void an_empty_container_has_what_a_container_has() throws Exception {
        ContainerRecord container = workbench
                .creating()
                .empty(new NewContainer(Optional.empty(), "Ärger & Co", "1.0"), Samples.CALLER)
                .await();
        assertThat(container.id()).isEqualTo("rger-co");
        assertThat(container.name()).isEqualTo("Ärger & Co");
        assertThat(container.container().launcher()).exists();
        assertThat(Hive.read(container.container().hkcuHive()).root().children())
                .isEmpty();
        refused(
                workbench.creating().empty(new NewContainer(Optional.of("rger-co"), "X", "1"), Samples.CALLER),
                "id-taken");
    }

    static List<Template> templates() {
        return Template.all();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_makes_a_container_without_faults_and_keeps_its_comments(Template template) throws Exception {
        ContainerRecord container = workbench
                .creating()
                .fromTemplate(template, new NewContainer(Optional.of("new"), "New", "2.0"), Samples.CALLER)
                .await();
        ConfigDocument config = ConfigDocument.read(container.container().config());
        assertThat(config.problems(container.container()))
                .extracting(ConfigProblem::message)
                .isEmpty();
        assertThat(config.text()).contains("id: \"new\"").contains("# ").doesNotContain(template.description());
        assertThat(config.config("config.yml").isolation().filesystem()).isNotEmpty();
        assertThat(container.version()).isEqualTo("2.0");
    }

    @Test
    void an_edit_is_taken_over_and_written_to_the_audit() throws Exception {
        ContainerRecord container = imported("alpha");
        Path config = container.container().config();
        ConfigDocument.read(config).set("name", "Renamed").write(config);
        assertThat(workbench
                        .editing()
                        .edited("alpha", "config.yml", Samples.CALLER)
                        .name())
                .isEqualTo("Renamed");
        assertThat(workbench.audit().latest(1).getFirst().operation()).isEqualTo(Operation.EDIT);
        FileTree.delete(config);
        assertThatExceptionOfType(WorkbenchException.class)
                .isThrownBy(() -> workbench.editing().edited("alpha", "config.yml", Samples.CALLER))
                .matches(failure -> failure.is(ProblemCode.INVALID_CONTAINER));
        assertThat(workbench.audit().latest(1).getFirst().result()).isEqualTo(AuditRecord.Result.FAILED);
    }
}
