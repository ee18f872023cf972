package studio.ctnr.studio.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import studio.ctnr.engine.build.BuildSettings;
import studio.ctnr.engine.capture.CaptureListener;
import studio.ctnr.engine.capture.CaptureOutcome;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.Sandbox;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.studio.bench.Failures;
import studio.ctnr.studio.navigation.Navigator;
import studio.ctnr.studio.navigation.Place;
import studio.ctnr.toolkit.background.BackgroundTask;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.wizard.host.MachineDefaults;
import studio.ctnr.wizard.host.WizardHost;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.WorkbenchPlace;
import studio.ctnr.workbench.audit.Caller;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.inventory.ProjectRecord;
import studio.ctnr.workbench.problem.WorkbenchException;

/** The wizard's surroundings in the studio: captures and builds are the workbench's jobs. */
public final class StudioWizardHost implements WizardHost {
    private static final Caller CALLER = Caller.ofProcess("studio");

    private final OpenWorkbench workbench;
    private final Sandbox sandbox;
    private final Supplier<MachineDefaults> machine;
    private final Desk desk;
    private final Navigator navigator;
    private final Consumer<ContainerRecord> run;

    /** The workbench, once it is open. */
    @FunctionalInterface
    public interface OpenWorkbench {
        Workbench get() throws WorkbenchException;
    }

    /**
     * @param machine how the clean machine of a new capture is, asked when one begins
     * @param run starts a container
     */
    public StudioWizardHost(
            OpenWorkbench workbench,
            Sandbox sandbox,
            Supplier<MachineDefaults> machine,
            Desk desk,
            Navigator navigator,
            Consumer<ContainerRecord> run) {
        this.workbench = workbench;
        this.sandbox = sandbox;
        this.machine = machine;
        this.desk = desk;
        this.navigator = navigator;
        this.run = run;
    }

    @Override
    public Sandbox sandbox() {
        return sandbox;
    }

    @Override
    public MachineDefaults machine() {
        return machine.get();
    }

    @Override
    public Path newProject(String name) {
        try {
            // a name with a version has dots, of which the last would be taken for an ending
            return workbench.get().capturing().freeFolder(name + ".");
        } catch (WorkbenchException failure) {
            throw new UncheckedIOException(new IOException(failure.getMessage(), failure));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Path rules() {
        return WorkbenchPlace.ofUser().rules();
    }

    @Override
    public BackgroundTask<CaptureOutcome> capture(
            Path project, List<InstallStep> steps, SandboxSettings settings, CaptureListener listener) {
        return new JobFollower(workbench)
                .task(
                        desk.background(),
                        bench -> bench.capturing().capture(sandbox, settings, steps, project, listener, CALLER));
    }

    @Override
    public BackgroundTask<Built> build(Path project, BuildSettings settings, Optional<Path> replaced) {
        return new JobFollower(workbench)
                .task(
                        desk.background(),
                        bench -> bench.building().container(project, settings, id(bench, replaced), CALLER),
                        made -> new Built(made.container().folder(), made.report()));
    }

    /** One that is not in the library any more makes no room. */
    private static Optional<String> id(Workbench bench, Optional<Path> container) throws WorkbenchException {
        return container.isEmpty()
                ? Optional.empty()
                : bench.inventory().at(container.get()).map(ContainerRecord::id);
    }

    @Override
    public void draftChanged(Path project, String name) {
        desk.background()
                .call(() -> {
                    enter(project, name);
                    return true;
                })
                .onError(failure -> desk.notices().tell(Failures.of(failure, () -> draftChanged(project, name))))
                .start();
    }

    /** What was captured speaks for itself; a draft is only what the wizard calls it. */
    private void enter(Path project, String name) throws WorkbenchException, IOException {
        Optional<ProjectRecord> known = workbench.get().projects().find(project);
        if (Files.exists(project.resolve("project.yml"))) {
            ProjectRecord entered = workbench.get().capturing().enter(project);
            put(entered, name, entered.state());
        } else {
            Instant now = Instant.now();
            put(
                    known.orElse(new ProjectRecord(
                            project, name, ProjectRecord.State.DRAFT, Optional.empty(), Optional.empty(), now, now)),
                    name,
                    ProjectRecord.State.DRAFT);
        }
    }

    private void put(ProjectRecord record, String name, ProjectRecord.State state) throws WorkbenchException {
        boolean named = record.state() == ProjectRecord.State.BUILT || name.isBlank();
        workbench
                .get()
                .projects()
                .put(new ProjectRecord(
                        record.folder(),
                        named ? record.name() : name,
                        state,
                        record.installer(),
                        record.container(),
                        record.created(),
                        Instant.now()));
    }

    @Override
    public void run(Path container) {
        desk.background()
                .call(() -> workbench.get().inventory().at(container))
                .onSuccess(found -> found.ifPresent(run))
                .onError(failure -> desk.notices().tell(Failures.of(failure, () -> run(container))))
                .start();
    }

    @Override
    public void showInLibrary(Path container) {
        desk.background()
                .call(() -> workbench.get().inventory().at(container))
                .onSuccess(found -> found.ifPresentOrElse(navigator::show, () -> navigator.go(Place.LIBRARY)))
                .onError(failure -> desk.notices().tell(Failures.of(failure, () -> showInLibrary(container))))
                .start();
    }

    @Override
    public void leave() {
        navigator.done(Place.CAPTURES);
    }
}
