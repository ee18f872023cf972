package studio.ctnr.engine.sandbox.windows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import studio.ctnr.container.Progress;
import studio.ctnr.engine.change.CaptureMachine;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.internal.session.SessionState;
import studio.ctnr.engine.observe.ChangedPlaces;
import studio.ctnr.engine.observe.MachineDescription;
import studio.ctnr.engine.observe.SnapshotChanges;
import studio.ctnr.engine.observe.SnapshotChanges.Snapshots;
import studio.ctnr.engine.observe.who.Observation;
import studio.ctnr.engine.observe.who.ObservedChanges;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.sandbox.SandboxSession;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.engine.sandbox.StepListener;
import studio.ctnr.engine.sandbox.StepResult;
import studio.ctnr.engine.sandbox.windows.journal.PlaceWatch;

/** A capture on a Windows machine as it is: a snapshot before, the steps, a snapshot after. */
final class WindowsSession implements SandboxSession {
    private final CaptureProgram program;
    private final SandboxSettings settings;
    private final Path workspace;
    private final List<String> drives;
    private final MachineDescription description;
    private final PlaceWatch watch;
    private final Snapshots before;
    private final Optional<Observation> observation;
    private int steps;
    private final SessionState state = new SessionState();
    private volatile WindowsStep running;

    private WindowsSession(
            CaptureProgram program,
            SandboxSettings settings,
            Path workspace,
            List<String> drives,
            MachineDescription description,
            PlaceWatch watch,
            Snapshots before) {
        this.program = program;
        this.settings = settings;
        this.workspace = workspace;
        this.drives = drives;
        this.description = description;
        this.watch = watch;
        this.before = before;
        this.observation = settings.observed()
                ? Optional.of(new Observation(description.machine().userSid()))
                : Optional.empty();
    }

    /**
     * @param drives the roots of what is looked at, such as {@code C:\}
     * @param watch begins to watch them, before the first snapshot
     */
    static WindowsSession open(
            CaptureProgram program,
            SandboxSettings settings,
            Path workspace,
            List<String> drives,
            Function<List<String>, PlaceWatch> watch,
            Progress progress)
            throws IOException {
        progress.at("Asking the machine what it is", 0, 2);
        MachineDescription description = program.describe();
        progress.at("Taking a snapshot of the machine", 1, 2);
        Path folder = Files.createDirectories(workspace.resolve("before"));
        PlaceWatch watching = watch.apply(drives);
        try {
            Snapshots before = program.snapshot(folder, drives, ChangedPlaces.EVERYWHERE, excludes(program, workspace));
            progress.at("Taking a snapshot of the machine", 2, 2);
            return new WindowsSession(program, settings, workspace, drives, description, watching, before);
        } catch (IOException | RuntimeException e) {
            watching.close();
            throw e;
        }
    }

    /** The workspace may lie on a drive that is watched. */
    private static List<String> excludes(CaptureProgram program, Path workspace) {
        return List.of(program.name().apply(workspace.toAbsolutePath()));
    }

    @Override
    public CaptureMachine machine() {
        return description.machine();
    }

    @Override
    public StepResult run(InstallStep step, StepListener listener) throws SandboxException, IOException {
        state.requireRunning();
        WindowsStep run = new WindowsStep(program, step, workspace.resolve("step-" + ++steps), settings, observation);
        running = run;
        try {
            StepResult result = run.run(listener);
            state.checkCancelled();
            return result;
        } catch (SandboxException | IOException e) {
            state.checkCancelled();
            throw e;
        } finally {
            running = null;
        }
    }

    @Override
    public ChangeSet finish() throws SandboxException, IOException {
        state.requireRunning();
        Path folder = Files.createDirectories(workspace.resolve("after"));
        ChangedPlaces places = watch.places();
        Snapshots after = program.snapshot(folder, drives, places, excludes(program, workspace));
        state.checkCancelled();
        state.finish();
        ChangeSet changes = SnapshotChanges.take(machine(), before, after, places, program.location(), workspace);
        return observation.isPresent() ? new ObservedChanges(changes, observation.get()) : changes;
    }

    @Override
    public void cancel() {
        state.cancel();
        Stream.ofNullable(running).forEach(WindowsStep::end);
    }

    @Override
    public void close() throws IOException {
        state.finish();
        Stream.ofNullable(running).forEach(WindowsStep::end);
        watch.close();
    }
}
