package studio.ctnr.studio.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.ctnr.studio.bench.FakeBench;
import studio.ctnr.studio.bench.SampleJobs;
import studio.ctnr.toolkit.support.FakeDesk;
import studio.ctnr.toolkit.text.Language;
import studio.ctnr.workbench.jobs.JobKind;
import studio.ctnr.workbench.jobs.JobProgress;
import studio.ctnr.workbench.jobs.JobRecord;
import studio.ctnr.workbench.jobs.JobState;

class JobsViewModelTest {
    private final FakeBench bench = FakeBench.full();
    private final FakeDesk desk = new FakeDesk();
    private final JobsViewModel model = new JobsViewModel(bench, desk.desk);

    @BeforeEach
    void load() {
        Language.speak(Language.ENGLISH);
        model.load();
    }

    private static JobRecord export(JobState state, int percent) {
        return SampleJobs.job(
                11, JobKind.EXPORT, "Export VLC", "vlc-3.0.21", state, new JobProgress("x", percent, 100), 1, null);
    }

    @Test
    void runningApplicationsAreNotCountedAsJobsButAsRunning() {
        assertThat(model.activeProperty().get()).isEqualTo(1);
        assertThat(model.running()).containsExactly("7zip-24.09");
    }

    @Test
    void aJobThatEndsLeavesTheStatusBar() {
        assertThat(model.foremostProperty().get()).isPresent();

        bench.tell(export(JobState.DONE, 100));

        assertThat(model.foremostProperty().get()).isEmpty();
        assertThat(model.jobs()).filteredOn(job -> job.number() == 11).hasSize(1);
    }

    @Test
    void aNewJobComesFirst() {
        bench.tell(SampleJobs.job(13, JobKind.IMPORT, "Import", null, JobState.QUEUED, JobProgress.NONE, 0, null));

        assertThat(model.jobs().getFirst().number()).isEqualTo(13);
        assertThat(model.activeProperty().get()).isEqualTo(2);
        assertThat(model.foremostProperty().get().orElseThrow().number()).isEqualTo(11);
    }

    @Test
    void cancelGoesToTheJob() {
        model.cancel(model.foremostProperty().get().orElseThrow());

        assertThat(bench.cancelled).containsExactly(11L);
    }

    @Test
    void whatIsKnownOfAFailureCanBeCopied() {
        model.copyDetails(model.jobs().get(2));

        assertThat(desk.dialogs.clipboard)
                .contains("Import tally-2.ctnr", "job 10", "truncated", "Copy the file again");
    }

    @Test
    void theTimeLeftFollowsFromTheTimeTaken() {
        JobRecord job = export(JobState.RUNNING, 25);
        Instant now = job.started().orElseThrow().plusSeconds(10);

        assertThat(JobWords.brief(job, now)).isEqualTo("Export VLC – 25 %, 30 s left");
        assertThat(JobWords.brief(job, job.started().orElseThrow().plusSeconds(1)))
                .isEqualTo("Export VLC – 25 %");
    }
}
