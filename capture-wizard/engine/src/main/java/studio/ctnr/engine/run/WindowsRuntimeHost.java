package studio.ctnr.engine.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.Progress;

/** Windows itself: the launcher is a program like any other. */
public final class WindowsRuntimeHost implements RuntimeHost {
    private static final LauncherHost HOST = new LauncherHost(List.of(), Map.of(), Path::toString);

    /** The one that this program runs on. */
    public WindowsRuntimeHost() {}

    @Override
    public RunningContainer start(ContainerFolder container, RunSettings settings, Progress progress)
            throws RunException, IOException {
        Startable.check(container, settings);
        return LauncherRun.start(HOST, container, settings);
    }

    @Override
    public Diagnosis examine(ContainerFolder container, boolean json, Progress progress)
            throws RunException, IOException {
        Startable.checkRuntime(container);
        return HOST.examine(container, json);
    }

    @Override
    public boolean isRunning(ContainerFolder container) {
        return LauncherProcesses.anyOf(container);
    }
}
