package studio.ctnr.engine.sandbox;

/** Hears what a step does while it does it. Called from one thread of the session; must return quickly. */
public interface StepListener {
    /** Hears nothing. */
    StepListener NONE = new StepListener() {};

    /**
     * A program started.
     *
     * @param processId as Windows numbers it
     * @param program its file, as far as it is known
     */
    default void programStarted(long processId, String program) {}

    /** A program ended; its exit code as an unsigned 32-bit number. */
    default void programEnded(long processId, long exitCode) {}

    /**
     * More was changed, as far as it is seen while the step runs; said a few times a second.
     *
     * @param files files and folders that all steps so far wrote to, and that are there
     * @param values values that they set, and that are there
     */
    default void changed(long files, long values) {}

    /** A window appeared, or says something else than before. */
    default void windowShown(String title) {}

    /** The step waits for a person. */
    default void waiting(WaitingForInput window) {}
}
