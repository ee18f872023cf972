package studio.ctnr.wizard.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.Progress;
import studio.ctnr.engine.build.BuildSettings;
import studio.ctnr.engine.build.ContainerBuild;
import studio.ctnr.engine.capture.Capture;
import studio.ctnr.engine.capture.CaptureListener;
import studio.ctnr.engine.capture.CaptureOutcome;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.projection.report.ProjectionReport;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.Sandbox;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.background.BackgroundTask;
import studio.ctnr.wizard.host.MachineDefaults;
import studio.ctnr.wizard.host.WizardHost;

/** A program around the wizard that remembers what it was asked to do. */
public final class TestHost implements WizardHost {
    public final List<Path> built = new ArrayList<>();
    public final List<Path> run = new ArrayList<>();
    public final List<Path> shown = new ArrayList<>();
    public int left;

    private final Path folder;
    private final Sandbox sandbox;
    private final Background background;
    public MachineDefaults machine = MachineDefaults.FIRST;

    public TestHost(Path folder, Sandbox sandbox, Background background) {
        this.folder = folder;
        this.sandbox = sandbox;
        this.background = background;
    }

    @Override
    public Sandbox sandbox() {
        return sandbox;
    }

    @Override
    public MachineDefaults machine() {
        return machine;
    }

    @Override
    public Path newProject(String name) {
        return free(folder.resolve(name.replaceAll("[^A-Za-z0-9. -]", "_") + ".capture"));
    }

    private static Path free(Path wanted) {
        Path path = wanted;
        for (int number = 2; Files.exists(path); number++) {
            path = wanted.resolveSibling(wanted.getFileName() + "-" + number);
        }
        return path;
    }

    @Override
    public Path rules() {
        return folder.resolve("rules");
    }

    @Override
    public BackgroundTask<CaptureOutcome> capture(
            Path project, List<InstallStep> steps, SandboxSettings settings, CaptureListener listener) {
        Capture capture = new Capture(sandbox, settings, Clock.systemUTC()).withRules(rules());
        return background.run(progress -> {
            CompletableFuture<CaptureOutcome> outcome = new CompletableFuture<>();
            Thread.startVirtualThread(() -> {
                try {
                    outcome.complete(capture.run(steps, project, listener));
                } catch (Exception | Error failure) {
                    outcome.completeExceptionally(failure);
                }
            });
            try {
                return outcome.get();
            } catch (InterruptedException cancelled) {
                capture.cancel();
                outcome.handle((made, failure) -> made).join();
                throw cancelled;
            } catch (ExecutionException failure) {
                throw failure.getCause() instanceof Exception known ? known : failure;
            }
        });
    }

    @Override
    public BackgroundTask<Built> build(Path project, BuildSettings settings, Optional<Path> replaced) {
        return background.run(progress -> {
            if (replaced.isPresent()) {
                FileTree.delete(replaced.get());
            }
            Path goal = free(Files.createDirectories(folder.resolve("containers"))
                    .resolve(settings.id().orElse("built")));
            ProjectionReport report =
                    new ContainerBuild(CaptureProject.open(project), settings).folder(goal, Progress.NONE);
            built.add(goal);
            return new Built(goal, report);
        });
    }

    @Override
    public void draftChanged(Path project, String name) {
        // nobody lists them here
    }

    @Override
    public void run(Path container) {
        run.add(container);
    }

    @Override
    public void showInLibrary(Path container) {
        shown.add(container);
    }

    @Override
    public void leave() {
        left++;
    }
}
