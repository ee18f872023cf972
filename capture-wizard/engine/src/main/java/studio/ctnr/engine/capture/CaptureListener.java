package studio.ctnr.engine.capture;

import java.util.Optional;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.LiveScreen;
import studio.ctnr.engine.sandbox.StepListener;
import studio.ctnr.engine.sandbox.StepResult;

/** Hears how a capture goes. Called from the capturing thread and from one of the sandbox; must return quickly. */
public interface CaptureListener extends StepListener {
    /** Hears nothing. */
    CaptureListener NONE = new CaptureListener() {};

    /** What a capture is at. */
    enum Stage {
        /** The clean machine is made and started. */
        PREPARING,
        /** The steps run. */
        INSTALLING,
        /** The machine is stopped, and compared with the clean one. */
        OBSERVING,
        /** The change set is written into the project. */
        SAVING
    }

    /** A stage begins. */
    default void stage(Stage stage) {}

    /**
     * The work of a stage goes on.
     *
     * @param done and {@code total} in the stage's own unit; -1 when the total is not known
     */
    default void progress(String doing, long done, long total) {}

    /**
     * The machine runs.
     *
     * @param screen of it, which can be seen and used until the last step has ended; empty where it has none of its own
     */
    default void machineStarted(Optional<LiveScreen> screen) {}

    /** A step begins. */
    default void stepStarted(InstallStep step) {}

    /** A step ended, one way or another. */
    default void stepEnded(InstallStep step, StepResult result) {}
}
