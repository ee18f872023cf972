package studio.ctnr.workbench.life;

import java.time.Duration;
import studio.ctnr.engine.smoke.SmokeResult;
import studio.ctnr.engine.smoke.SmokeScript;
import studio.ctnr.engine.smoke.SmokeTest;
import studio.ctnr.workbench.audit.Caller;
import studio.ctnr.workbench.audit.Operation;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.inventory.ContainerRecord.LeakCheck;
import studio.ctnr.workbench.jobs.Job;
import studio.ctnr.workbench.jobs.JobKind;
import studio.ctnr.workbench.jobs.JobRequest;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Runs containers on a clean machine and keeps in the inventory whether they left something there. */
public final class LeakService {
    private final LifeContext life;

    /** Made by the workbench. */
    public LeakService(LifeContext life) {
        this.life = life;
    }

    /**
     * Checks a copy of a container; the container itself may run meanwhile.
     *
     * @param limit of each start of its application
     */
    public Job<SmokeResult> check(String id, SmokeScript script, Duration limit, Caller caller)
            throws WorkbenchException {
        ContainerRecord container = life.inventory().get(id);
        JobRequest request = JobRequest.of(
                JobKind.CHECK, Operation.CHECK, id, "Check " + container.name() + " for leaks", caller, "");
        return life.jobs().submit(request, job -> {
            SmokeTest test = SmokeTest.of(life.inventory().get(id).container());
            job.onCancel(test::cancel);
            SmokeResult result = test.run(script, limit, job);
            // an application that did not do what it should proves nothing by leaving nothing
            if (result.passed() || !result.leaks().isEmpty()) {
                life.inventory()
                        .checked(
                                id,
                                new LeakCheck(
                                        life.clock().instant(), result.leaks().size()));
            }
            life.lookAgain(id);
            return result;
        });
    }
}
