package studio.ctnr.workbench.life;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import studio.ctnr.engine.capture.Capture;
import studio.ctnr.engine.capture.CaptureListener;
import studio.ctnr.engine.capture.CaptureOutcome;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.project.StepRecord;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.Sandbox;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.workbench.audit.Caller;
import studio.ctnr.workbench.audit.Operation;
import studio.ctnr.workbench.inventory.ProjectRecord;
import studio.ctnr.workbench.inventory.ProjectRecord.State;
import studio.ctnr.workbench.inventory.Projects;
import studio.ctnr.workbench.jobs.Job;
import studio.ctnr.workbench.jobs.JobKind;
import studio.ctnr.workbench.jobs.JobRequest;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Runs installers on clean machines; the project stays among the captures, to be looked through, built and built again. */
public final class CaptureService {
    private final LifeContext life;
    private final Projects projects;
    private final Path rules;

    /** @param rules the folder of rules that every new capture begins with */
    public CaptureService(LifeContext life, Projects projects, Path rules) {
        this.life = life;
        this.rules = rules;
        this.projects = projects;
    }

    /** A folder among the user's captures that is not taken, called after an installer. */
    public Path freeFolder(String installer) throws IOException {
        Files.createDirectories(life.captures());
        String name = installer.replaceFirst("\\.[^.]*$", "").replaceAll("[^\\p{L}\\p{N}._ -]+", "-");
        Path folder = life.captures().resolve(name + ".capture");
        for (int i = 2; Files.exists(folder, LinkOption.NOFOLLOW_LINKS); i++) {
            folder = life.captures().resolve(name + "-" + i + ".capture");
        }
        return folder;
    }

    /**
     * Captures installers, in their order, until one fails.
     *
     * @param project the folder to make
     * @param listener hears how it goes, beside the job
     */
    public Job<CaptureOutcome> capture(
            Sandbox sandbox,
            SandboxSettings settings,
            List<InstallStep> steps,
            Path project,
            CaptureListener listener,
            Caller caller)
            throws WorkbenchException {
        Path folder = project.toAbsolutePath().normalize();
        String installer = steps.getFirst().installer().getFileName().toString();
        JobRequest request = new JobRequest(
                JobKind.CAPTURE,
                "Capture " + installer,
                Optional.empty(),
                caller,
                Optional.of(Operation.CAPTURE),
                folder.toString());
        return life.jobs().submit(request, job -> {
            Capture capture = new Capture(sandbox, settings, life.clock()).withRules(rules);
            job.onCancel(capture::cancel);
            Instant started = life.clock().instant();
            CaptureOutcome outcome = capture.run(steps, folder, new ListeningJob(job, listener));
            State state = outcome.succeeded() ? State.CAPTURED : State.FAILED;
            projects.put(new ProjectRecord(
                    folder,
                    installer,
                    state,
                    Optional.of(installer),
                    Optional.empty(),
                    started,
                    life.clock().instant()));
            return outcome;
        });
    }

    /** Enters a project that was made elsewhere, such as by {@code ctnr capture}, or looks at it again. */
    public ProjectRecord enter(Path project) throws WorkbenchException, IOException {
        CaptureProject opened = CaptureProject.open(project);
        Optional<ProjectRecord> known = projects.find(project);
        List<StepRecord> steps = opened.record().steps();
        Optional<String> installer = steps.isEmpty()
                ? Optional.empty()
                : Optional.of(steps.getFirst().installer());
        State state = steps.stream().allMatch(StepRecord::succeeded) ? State.CAPTURED : State.FAILED;
        projects.put(new ProjectRecord(
                project,
                known.map(ProjectRecord::name)
                        .or(() -> installer)
                        .orElse(project.getFileName().toString()),
                known.filter(record -> record.state() == State.BUILT).isPresent() ? State.BUILT : state,
                installer,
                known.flatMap(ProjectRecord::container),
                opened.record().started(),
                life.clock().instant()));
        return projects.find(project).orElseThrow();
    }
}
