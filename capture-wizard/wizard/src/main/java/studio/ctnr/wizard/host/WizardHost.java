package studio.ctnr.wizard.host;

import java.nio.file.Path;
import studio.ctnr.engine.sandbox.Sandbox;
import studio.ctnr.toolkit.background.BackgroundTask;
import studio.ctnr.toolkit.background.Work;

/** What the wizard needs of the program around it. */
public interface WizardHost {
    /** The sandbox that captures run in. */
    Sandbox sandbox();

    /**
     * A folder for a new capture project, which need not exist yet. Called off the FX thread.
     *
     * @param name what is captured, {@code 7-Zip 24.09}
     */
    Path newProject(String name);

    /**
     * Where a container's folder is to be made; nothing lies there yet, and its parent exists. Called off the FX thread.
     *
     * @param id the container's
     */
    Path newContainer(String id);

    /**
     * Long work that goes on when the wizard is left, and that the program lists with its progress.
     *
     * @param title what it is about, for people
     */
    <T> BackgroundTask<T> job(String title, Kind kind, Work<T> work);

    /** What a job does. */
    enum Kind {
        CAPTURE,
        BUILD
    }

    /** A draft of a capture was begun, changed or captured: lists of captures look at the project again. */
    void draftChanged(Path project);

    /** A container was made, and belongs into the library. */
    void built(Path container, Path project);

    /** Starts a container's default entry point. */
    void run(Path container);

    /** Shows a container where the others are. */
    void showInLibrary(Path container);

    /** The wizard is done with, or put aside: another place is to be shown. */
    void leave();
}
