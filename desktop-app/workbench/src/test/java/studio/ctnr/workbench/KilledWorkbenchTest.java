package studio.ctnr.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.archive.ContentRoot;
import studio.ctnr.container.archive.manifest.Sha256;
import studio.ctnr.victim.Victim;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.inventory.RetiredContainer;
import studio.ctnr.workbench.jobs.JobRecord;
import studio.ctnr.workbench.jobs.JobState;

/** Processes are killed while they take containers in and out. */
class KilledWorkbenchTest {
    private static final int TIMES = 10;

    @TempDir
    private Path temporary;

    private final Random random = new Random(9);

    @Test
    @Timeout(600)
    void whatever_a_killed_process_was_at_the_next_start_finds_whole_containers_and_nothing_else() throws Exception {
        Path archive = Samples.archive(temporary.resolve("alpha.ctnr"), "alpha");
        Sha256 whole = ContentRoot.of(temporary.resolve("alpha.ctnr.folder"));
        WorkbenchPlace place = new WorkbenchPlace(temporary.resolve("state"));
        int interrupted = 0;
        for (int i = 0; i < TIMES; i++) {
            Victim.kill(random, WorkbenchVictim.class, place.root(), archive);
            try (Workbench workbench = Workbench.open(place, Optional.empty(), Clock.systemUTC())) {
                List<ContainerRecord> containers = workbench.inventory().list();
                List<RetiredContainer> retired = workbench.trash().list();
                assertThat(names(place.containers()))
                        .containsExactlyInAnyOrderElementsOf(
                                containers.stream().map(ContainerRecord::id).toList());
                assertThat(names(place.trash()))
                        .containsExactlyInAnyOrderElementsOf(
                                retired.stream().map(RetiredContainer::token).toList());
                for (ContainerRecord container : containers) {
                    assertThat(ContentRoot.of(container.folder())).isEqualTo(whole);
                }
                assertThat(workbench.jobs().latest(1000))
                        .extracting(JobRecord::state)
                        .allMatch(JobState::isOver);
                interrupted += (int) workbench.jobs().latest(1000).stream()
                        .filter(job -> job.state() == JobState.INTERRUPTED)
                        .count();
                clear(workbench, containers, retired);
            }
        }
        assertThat(interrupted).as("kills in the middle of a job").isGreaterThan(TIMES / 4);
    }

    private static void clear(Workbench workbench, List<ContainerRecord> containers, List<RetiredContainer> retired)
            throws Exception {
        for (ContainerRecord container : containers) {
            workbench
                    .retiring()
                    .purge(
                            workbench
                                    .retiring()
                                    .retire(container.id(), Samples.CALLER)
                                    .await(),
                            Samples.CALLER)
                    .await();
        }
        for (RetiredContainer container : retired) {
            workbench.retiring().purge(container, Samples.CALLER).await();
        }
        workbench.jobs().forget(Clock.systemUTC().instant().plusSeconds(1));
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> names = Files.list(folder)) {
            return names.map(path -> path.getFileName().toString()).toList();
        }
    }
}
