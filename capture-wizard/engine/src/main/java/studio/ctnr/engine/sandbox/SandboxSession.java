package studio.ctnr.engine.sandbox;

import java.io.IOException;
import java.util.Optional;
import studio.ctnr.engine.change.CaptureMachine;
import studio.ctnr.engine.change.ChangeSet;

/**
 * One clean machine, from its start to its end: steps are run on it one after another, then its changes are taken.
 * Used by one thread at a time, but for {@link #cancel()} and {@link #close()}.
 */
public interface SandboxSession extends AutoCloseable {
    /** The machine that installers see. */
    CaptureMachine machine();

    /**
     * Runs one step to its end, or to its limit.
     *
     * @throws SandboxException when the step can't be started (its file is missing, its kind is unknown) or the machine
     *     broke down; a step that fails or runs out of time is a result, not an exception
     * @throws java.util.concurrent.CancellationException after {@link #cancel()}
     */
    StepResult run(InstallStep step, StepListener listener) throws SandboxException, IOException;

    /**
     * Ends everything that still runs on the machine and takes its changes. No step can be run afterwards. The content
     * of the change set lies in the workspace and stays there after {@link #close()}.
     *
     * @throws java.util.concurrent.CancellationException after {@link #cancel()}
     */
    ChangeSet finish() throws SandboxException, IOException;

    /** The machine's own screen; empty where installers show their windows on one with a person before it. */
    default Optional<LiveScreen> screen() {
        return Optional.empty();
    }

    /** Ends the step that runs now and makes every further call throw; may be called from any thread, and twice. */
    void cancel();

    /** Leaves no process running and removes the scratch files; may be called at any time, and twice. */
    @Override
    void close() throws IOException;
}
