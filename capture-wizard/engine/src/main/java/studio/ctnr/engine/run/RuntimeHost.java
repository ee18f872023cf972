package studio.ctnr.engine.run;

import java.io.IOException;
import java.util.Locale;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.Progress;

/**
 * The Windows that containers' applications run on: this machine's own, or Wine's. Any number of containers run on it
 * side by side; starts of one container share its state.
 */
public interface RuntimeHost {
    /**
     * Starts an entry point by the container's own launcher and returns as soon as the launcher runs; whether the
     * application itself could be started is told by {@link RunningContainer#started()}.
     *
     * @param progress hears of what a first start has to prepare
     * @throws RunException when nothing can be started here, or not in this container
     * @throws java.util.concurrent.CancellationException when {@code progress} says to stop
     */
    RunningContainer start(ContainerFolder container, RunSettings settings, Progress progress)
            throws RunException, IOException;

    /**
     * Says what this machine can do for a container, as its launcher finds by trying; nothing of it is started.
     *
     * @param json whether as JSON
     * @return what the launcher said, and its exit status: 0 when the container can run here
     * @throws RunException when the launcher can't be started
     */
    Diagnosis examine(ContainerFolder container, boolean json, Progress progress) throws RunException, IOException;

    /** Whether a start finds all that it needs, and has not to make a machine first. */
    default boolean isPrepared() {
        return true;
    }

    /** What a launcher said of a machine, as it said it. */
    record Diagnosis(String text, int status) {}

    /**
     * Whether an application of the container runs for this user, whoever started it: this program, one before it, or a
     * double click on the launcher.
     */
    boolean isRunning(ContainerFolder container);

    /**
     * The host that this system has: Wine on Linux, Windows itself on Windows.
     *
     * @throws RunException on any other
     */
    static RuntimeHost here() throws RunException {
        String system = System.getProperty("os.name");
        if (system.toLowerCase(Locale.ROOT).startsWith("linux")) {
            return new WineRuntimeHost();
        }
        if (system.toLowerCase(Locale.ROOT).startsWith("windows")) {
            return new WindowsRuntimeHost();
        }
        throw new RunException(
                RunException.Code.NOT_AVAILABLE,
                "Windows applications can't run on " + system + ".",
                "Run the container on Windows, or on Linux with Wine.");
    }
}
