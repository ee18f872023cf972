package studio.ctnr.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.workbench.audit.AuditRecord;
import studio.ctnr.workbench.audit.Operation;
import studio.ctnr.workbench.jobs.Job;
import studio.ctnr.workbench.jobs.JobKind;
import studio.ctnr.workbench.jobs.JobRecord;
import studio.ctnr.workbench.jobs.JobRequest;
import studio.ctnr.workbench.jobs.JobState;
import studio.ctnr.workbench.jobs.Jobs;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

@Timeout(300)
class JobsTest {
    @TempDir
    private Path temporary;

    private Workbench workbench;
    private Jobs jobs;

    @BeforeEach
    void open() throws Exception {
        workbench = Workbench.open(new WorkbenchPlace(temporary));
        jobs = workbench.jobs();
    }

    @AfterEach
    void close() throws Exception {
        workbench.close();
    }

    private static JobRequest request(String container) {
        return JobRequest.of(
                JobKind.EXPORT, Operation.EXPORT, container, "Export " + container, Samples.CALLER, "x.ctnr");
    }

    @Test
    void a_job_gives_its_result_and_leaves_a_record_and_an_audit_record() throws Exception {
        Job<String> job = jobs.submit(request("a"), context -> {
            context.at("packing", 1, 2);
            return "done";
        });
        assertThat(job.await()).isEqualTo("done");
        JobRecord record = job.record();
        assertThat(record.state()).isEqualTo(JobState.DONE);
        assertThat(record.progress().share()).hasValue(0.5);
        assertThat(jobs.latest(10)).extracting(JobRecord::number).containsExactly(job.number());
        assertThat(workbench.audit().of("a", 10)).singleElement().satisfies(audit -> {
            assertThat(audit.caller()).isEqualTo(Samples.CALLER);
            assertThat(audit.operation()).isEqualTo(Operation.EXPORT);
            assertThat(audit.detail()).isEqualTo("x.ctnr");
            assertThat(audit.result()).isEqualTo(AuditRecord.Result.DONE);
        });
    }

    @Test
    void a_failed_job_says_why_and_what_to_do_and_its_leftovers_are_removed() throws Exception {
        Path half = temporary.resolve("half");
        Job<Void> job = jobs.submit(request("a"), context -> {
            context.leftover(half);
            Files.createDirectories(half.resolve("deep"));
            throw new WorkbenchException(ProblemCode.BUSY, "It is used", "Wait");
        });
        assertThatExceptionOfType(WorkbenchException.class)
                .isThrownBy(job::await)
                .withMessage("It is used. Wait");
        assertThat(half).doesNotExist();
        JobRecord record = jobs.find(job.number()).orElseThrow();
        assertThat(record.state()).isEqualTo(JobState.FAILED);
        assertThat(record.problem().orElseThrow().code()).isEqualTo("busy");
        assertThat(workbench.audit().latest(1).getFirst().problem()).contains("busy");
    }

    @Test
    void a_cancelled_job_stops_at_its_next_report() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Job<Void> job = jobs.submit(request("a"), context -> {
            context.onCancel(cancelled::countDown);
            running.countDown();
            cancelled.await();
            context.at("never", 0, 1);
            return null;
        });
        running.await();
        assertThat(jobs.cancel(job.number())).isTrue();
        assertThatExceptionOfType(WorkbenchException.class)
                .isThrownBy(job::await)
                .matches(failure -> failure.is(ProblemCode.CANCELLED));
        assertThat(job.record().state()).isEqualTo(JobState.CANCELLED);
        assertThat(workbench.audit().latest(1).getFirst().result()).isEqualTo(AuditRecord.Result.CANCELLED);
    }

    @Test
    void jobs_on_one_container_run_in_their_order_and_another_one_passes_them() throws Exception {
        CountDownLatch otherDone = new CountDownLatch(1);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        List<Job<?>> all = new ArrayList<>();
        all.add(jobs.submit(request("a"), context -> {
            otherDone.await();
            return order.add("a1");
        }));
        for (String name : List.of("a2", "a3", "a4")) {
            all.add(jobs.submit(request("a"), context -> order.add(name)));
        }
        jobs.submit(request("b"), context -> order.add("b")).await();
        otherDone.countDown();
        for (Job<?> job : all) {
            job.await();
        }
        assertThat(order).containsExactly("b", "a1", "a2", "a3", "a4");
    }

    @Test
    void a_job_that_waits_is_cancelled_without_waiting_for_its_turn() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Job<Void> first = jobs.submit(request("a"), context -> {
            release.await();
            return null;
        });
        Job<Void> second = jobs.submit(request("a"), context -> null);
        assertThat(second.record().state()).isEqualTo(JobState.QUEUED);
        second.cancel();
        assertThatExceptionOfType(WorkbenchException.class).isThrownBy(second::await);
        release.countDown();
        first.await();
    }

    @Test
    void a_listener_hears_how_a_job_goes() throws Exception {
        List<JobState> heard = Collections.synchronizedList(new ArrayList<>());
        jobs.addListener(job -> heard.add(job.state()));
        jobs.submit(request("a"), context -> null).await();
        workbench.close();
        assertThat(heard).containsExactly(JobState.QUEUED, JobState.RUNNING, JobState.DONE);
        open();
    }

    @Test
    void the_history_can_be_cleared_and_the_audit_can_not() throws Exception {
        Job<Void> job = jobs.submit(request("a"), context -> null);
        job.await();
        assertThat(jobs.forget(job.record().ended().orElseThrow().plusSeconds(1)))
                .isEqualTo(1);
        assertThat(jobs.find(job.number())).isEqualTo(Optional.empty());
        assertThat(workbench.audit().latest(10)).hasSize(1);
    }
}
