package studio.ctnr.engine.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.Progress;

/** Windows by Wine: the user's own prefix where WINEPREFIX names one, otherwise a machine that is kept for containers. */
public final class WineRuntimeHost implements RuntimeHost {
    private final WineMachine machine;

    /** With the prefix and the folders that this program's environment names. */
    public WineRuntimeHost() {
        this(System.getenv());
    }

    WineRuntimeHost(Map<String, String> environment) {
        machine = new WineMachine(environment);
    }

    @Override
    public RunningContainer start(ContainerFolder container, RunSettings settings, Progress progress)
            throws RunException, IOException {
        Startable.check(container, settings);
        machine.prepare(progress);
        return LauncherRun.start(host(), container, settings);
    }

    @Override
    public Diagnosis examine(ContainerFolder container, boolean json, Progress progress)
            throws RunException, IOException {
        Startable.checkRuntime(container);
        machine.prepare(progress);
        return host().examine(container, json);
    }

    private LauncherHost host() {
        return new LauncherHost(
                List.of("wine"),
                machine.environment(),
                file -> "\\\\?\\unix" + file.toAbsolutePath().toString().replace('/', '\\'));
    }

    @Override
    public boolean isPrepared() {
        return machine.isThere();
    }

    /** Makes the machine when it is not there yet, so that a start need not. */
    public void prepare(Progress progress) throws RunException, IOException {
        machine.prepare(progress);
    }

    @Override
    public boolean isRunning(ContainerFolder container) {
        return LauncherProcesses.anyOf(container);
    }
}
