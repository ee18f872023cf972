package studio.ctnr.workbench.life;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import studio.ctnr.engine.run.RunEnd;
import studio.ctnr.engine.run.RunSettings;
import studio.ctnr.engine.run.RunningContainer;
import studio.ctnr.engine.run.RuntimeHost;
import studio.ctnr.workbench.audit.Caller;
import studio.ctnr.workbench.audit.Operation;
import studio.ctnr.workbench.internal.session.ContainerLocks.Held;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.jobs.Job;
import studio.ctnr.workbench.jobs.JobContext;
import studio.ctnr.workbench.jobs.JobKind;
import studio.ctnr.workbench.jobs.JobRequest;
import studio.ctnr.workbench.problem.NotStartedException;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Starts containers' applications. A run is a job until the application has ended; cancelling it asks it to end. */
public final class RunService {
    private final LifeContext life;
    private final Map<Long, RunningContainer> running = new ConcurrentHashMap<>();

    /** Made by the workbench. */
    public RunService(LifeContext life) {
        this.life = life;
    }

    /**
     * Starts an entry point.
     *
     * @param started hears of the run as soon as the launcher runs, on the job's thread
     */
    public Job<RunEnd> run(String id, RunSettings settings, Consumer<RunningContainer> started, Caller caller)
            throws WorkbenchException {
        ContainerRecord container = life.inventory().get(id);
        String title = "Run " + settings.entry().orElse(container.name());
        JobRequest request = JobRequest.of(
                JobKind.RUN, Operation.RUN, id, title, caller, settings.entry().orElse(""));
        return life.jobs().submit(request, job -> {
            RunningContainer run = start(id, settings, job);
            running.put(job.number(), run);
            try {
                job.onCancel(run::stop);
                job.at("running", 0, -1);
                started.accept(run);
                RunEnd end = run.end().get();
                life.lookAgain(id);
                if (!end.ran()) {
                    throw new NotStartedException(end);
                }
                return end;
            } finally {
                running.remove(job.number());
            }
        });
    }

    /** While it starts, nobody may begin to change it: whoever wants to later sees that it runs. */
    private RunningContainer start(String id, RunSettings settings, JobContext job) throws Exception {
        RuntimeHost host = life.host()
                .orElseThrow(() -> new WorkbenchException(
                        ProblemCode.NOT_AVAILABLE,
                        "Windows applications can't run on this system",
                        "Run the container on Windows, or on Linux with Wine"));
        try (Held _ = life.locks().hold(id)) {
            ContainerRecord container = life.inventory().get(id);
            LifeContext.recover(container.container());
            RunningContainer run = host.start(container.container(), settings, job);
            life.inventory().started(id, run.since());
            return run;
        }
    }

    /** What was started from here and has not ended, by the numbers of the jobs. */
    public Map<Long, RunningContainer> running() {
        return Map.copyOf(running);
    }

    /** Whether an application of the container runs, whoever started it. It looks at the system's processes. */
    public boolean isRunning(String id) throws WorkbenchException {
        return life.isRunning(life.inventory().get(id));
    }

    /** What a container was started with from here, and has not ended. */
    public List<RunningContainer> running(String id) throws WorkbenchException {
        var folder = life.inventory().get(id).container();
        return running.values().stream()
                .filter(run -> run.container().equals(folder))
                .toList();
    }
}
