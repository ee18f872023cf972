package studio.ctnr.engine.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.Progress;

/** Windows by Wine: the user's own prefix where WINEPREFIX names one, otherwise a machine that is kept for containers. */
public final class WineRuntimeHost implements RuntimeHost {
    private static final Logger LOG = LoggerFactory.getLogger(WineRuntimeHost.class);

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
        Optional<HeadlessScreen> screen = machine.screen();
        try {
            RunningContainer run = LauncherRun.start(
                    host(screen.map(HeadlessScreen::environment).orElse(Map.of())), container, settings);
            screen.ifPresent(shown -> run.end().whenComplete((_, _) -> leave(shown)));
            return run;
        } catch (IOException e) {
            screen.ifPresent(WineRuntimeHost::leave);
            throw e;
        }
    }

    private static void leave(HeadlessScreen screen) {
        try {
            screen.close();
        } catch (IOException e) {
            LOG.debug("The screen's connection was lost already", e);
        }
    }

    @Override
    public Diagnosis examine(ContainerFolder container, boolean json, Progress progress)
            throws RunException, IOException {
        Startable.checkRuntime(container);
        machine.prepare(progress);
        return host(Map.of()).examine(container, json);
    }

    private LauncherHost host(Map<String, String> screen) {
        Map<String, String> environment = machine.environment();
        environment.putAll(screen);
        return new LauncherHost(
                List.of("wine"),
                environment,
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
