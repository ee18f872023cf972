package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.ctnr.container.FileTree;
import studio.ctnr.engine.change.CaptureMachine;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.internal.session.SessionState;
import studio.ctnr.engine.observe.WinePrefixChanges;
import studio.ctnr.engine.observe.who.Observation;
import studio.ctnr.engine.observe.who.ObservedChanges;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.LiveScreen;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.sandbox.SandboxSession;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.engine.sandbox.SandboxSettings.Display;
import studio.ctnr.engine.sandbox.StepListener;
import studio.ctnr.engine.sandbox.StepResult;
import studio.ctnr.launcher.NativeProgram;

/** One Wine machine from its start to its end. */
final class WineSession implements SandboxSession {
    private static final Logger LOG = LoggerFactory.getLogger(WineSession.class);

    private final Machine machine;
    private final WineTemplate template;
    private final SandboxSettings settings;
    private final Path workspace;
    private final Media media;
    private final Optional<Observation> observation;
    private final SessionState state = new SessionState();
    private final Optional<WineScreen> screen;
    private boolean windowsRuns;
    private int steps;

    private WineSession(
            WineHost host, Machine machine, WineTemplate template, SandboxSettings settings, Path workspace) {
        this.machine = machine;
        this.template = template;
        this.settings = settings;
        this.workspace = workspace;
        this.media = new Media(host, machine);
        this.observation = settings.observed()
                ? Optional.of(new Observation(template.machine().userSid()))
                : Optional.empty();
        this.screen = settings.display() instanceof Display.Virtual virtual
                ? Optional.of(new WineScreen(machine, virtual))
                : Optional.empty();
    }

    static WineSession start(
            WineHost host, MachinePlan plan, WineTemplate template, SandboxSettings settings, Path workspace)
            throws SandboxException, IOException {
        // the 64-bit program follows 32-bit ones too; without wine64 only the other can run
        boolean bits64 = Files.isDirectory(template.prefix().resolve("drive_c/windows/syswow64"));
        NativeProgram program = bits64 ? NativeProgram.CAPTURE_X64 : NativeProgram.CAPTURE_X86;
        Path exchange = plan.layout().exchange();
        program.copyTo(exchange.resolve("capture.exe"));
        NativeProgram.copyLibraries(exchange);
        Machine machine = Machine.start(plan);
        WineSession session = new WineSession(host, machine, template, settings, workspace);
        try {
            new WineCommands(machine).startDisplay();
            return session;
        } catch (SandboxException | IOException | RuntimeException e) {
            machine.close();
            throw e;
        }
    }

    /** What it runs on. */
    Machine underneath() {
        return machine;
    }

    @Override
    public CaptureMachine machine() {
        return template.machine();
    }

    @Override
    public StepResult run(InstallStep step, StepListener listener) throws SandboxException, IOException {
        state.requireRunning();
        try {
            var installer = media.show(step);
            if (!windowsRuns) {
                new WineCommands(machine).startServer();
                windowsRuns = true;
            }
            StepRun run = new StepRun(
                    machine, ++steps, step, installer, settings, workspace, observation, state::checkCancelled);
            StepResult result = run.run(listener);
            if (result.timedOut()) {
                windowsRuns = false;
            }
            return result;
        } catch (SandboxException | IOException e) {
            state.checkCancelled();
            throw e;
        }
    }

    @Override
    public ChangeSet finish() throws SandboxException, IOException {
        state.requireRunning();
        try {
            long asked = System.nanoTime();
            new WineCommands(machine).endWindows();
            machine.close();
            state.checkCancelled();
            long ended = System.nanoTime();
            boolean copy = !machine.plan().overlay();
            MachineLayout layout = machine.layout();
            state.finish();
            ChangeSet changes = WinePrefixChanges.take(
                    template.machine(), template.prefix(), copy ? layout.prefix() : layout.upper(), copy, workspace);
            LOG.debug(
                    "Windows ended in {} ms, the changes were found in {} ms",
                    (ended - asked) / 1_000_000,
                    (System.nanoTime() - ended) / 1_000_000);
            return observation.isPresent() ? new ObservedChanges(changes, observation.get()) : changes;
        } catch (SandboxException | IOException e) {
            state.checkCancelled();
            throw e;
        }
    }

    @Override
    public Optional<LiveScreen> screen() {
        return screen.map(LiveScreen.class::cast);
    }

    @Override
    public void cancel() {
        state.cancel();
        machine.kill();
    }

    @Override
    public void close() throws IOException {
        state.finish();
        screen.ifPresent(WineScreen::close);
        machine.close();
        FileTree.delete(machine.layout().scratch());
    }
}
