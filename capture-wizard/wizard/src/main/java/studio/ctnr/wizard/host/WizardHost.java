package studio.ctnr.wizard.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.ctnr.engine.build.BuildSettings;
import studio.ctnr.engine.capture.CaptureListener;
import studio.ctnr.engine.capture.CaptureOutcome;
import studio.ctnr.engine.projection.report.ProjectionReport;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.Sandbox;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.toolkit.background.BackgroundTask;

/** What the wizard needs of the program around it. */
public interface WizardHost {
    /** The sandbox that captures run in. */
    Sandbox sandbox();

    /** How the clean machine of a new capture is, until it is chosen otherwise. */
    default MachineDefaults machine() {
        return MachineDefaults.FIRST;
    }

    /**
     * A folder for a new capture project, which need not exist yet. Called off the FX thread.
     *
     * @param name what is captured, {@code 7-Zip 24.09}
     */
    Path newProject(String name);

    /** The folder of rules that every new capture begins with; it need not exist. */
    Path rules();

    /**
     * Runs installers, as work that the program lists and that goes on when the wizard is left. The task is not started
     * yet; cancelled, it ends the installer and leaves nothing.
     *
     * @param project the folder to make
     */
    BackgroundTask<CaptureOutcome> capture(
            Path project, List<InstallStep> steps, SandboxSettings settings, CaptureListener listener);

    /**
     * Makes a container of what a project selects and takes it into the library, as work that the program lists. The
     * task is not started yet; cancelled or failed, it leaves nothing.
     *
     * @param replaced the folder of a container that was built before and makes room for this one, once it is made; it
     *     goes where it can be brought back from
     */
    BackgroundTask<Built> build(Path project, BuildSettings settings, Optional<Path> replaced);

    /**
     * What a build made.
     *
     * @param container its folder
     */
    record Built(Path container, ProjectionReport report) {}

    /**
     * A draft was begun or changed: lists of captures look at the project again.
     *
     * @param name what is captured, for people
     */
    void draftChanged(Path project, String name);

    /** Starts a container's default entry point. */
    void run(Path container);

    /** Shows a container where the others are. */
    void showInLibrary(Path container);

    /** The wizard is done with, or put aside: another place is to be shown. */
    void leave();
}
