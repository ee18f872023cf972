package studio.ctnr.engine.sandbox.wine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.observe.CaptureEvent;
import studio.ctnr.engine.observe.CaptureEvents;
import studio.ctnr.engine.observe.who.Observation;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.sandbox.SandboxException.Code;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.engine.sandbox.StepCommand;
import studio.ctnr.engine.sandbox.StepListener;
import studio.ctnr.engine.sandbox.StepResult;
import studio.ctnr.engine.sandbox.StepResult.Ending;
import studio.ctnr.engine.sandbox.story.StepStory;
import studio.ctnr.engine.sandbox.story.StepWatch;

/** Runs one step by {@code capture.exe} and follows what it tells, with an eye on the clock. */
final class StepRun {
    private static final Duration TICK = Duration.ofMillis(25);

    /** How long Wine may take until the installer starts: not the installer's time. */
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    /** {@code capture.exe} keeps the limit too, a little later: should the host be stopped meanwhile, it still ends. */
    private static final Duration LATER = Duration.ofSeconds(30);

    /** Wine takes these from elsewhere than the environment that it is started with. */
    private static final Set<String> NOT_GIVEN = Set.of("PATH", "TEMP", "TMP", "HOME", "USERPROFILE");

    private final Machine machine;
    private final InstallStep step;
    private final WindowsPath installer;
    private final SandboxSettings settings;
    private final Runnable checkCancelled;
    private final Path workspace;
    private final String name;
    private final StepStory story;
    private final Optional<Observation> observation;
    private Optional<Ending> forced = Optional.empty();

    StepRun(
            Machine machine,
            int number,
            InstallStep step,
            WindowsPath installer,
            SandboxSettings settings,
            Path workspace,
            Optional<Observation> observation,
            Runnable checkCancelled) {
        this.machine = machine;
        this.step = step;
        this.installer = installer;
        this.settings = settings;
        this.checkCancelled = checkCancelled;
        this.workspace = workspace;
        this.observation = observation;
        this.name = "step-" + number;
        Screenshots screenshots = new Screenshots(
                machine.plan().display().virtual()
                        ? Optional.of(machine.layout().exchange().resolve("screen/Xvfb_screen0"))
                        : Optional.empty(),
                workspace.resolve("screenshots"),
                name);
        this.story = new StepStory(screenshots::take);
    }

    StepResult run(StepListener listener) throws SandboxException, IOException {
        Path folder = machine.layout().exchange();
        Files.writeString(
                folder.resolve(name + ".command"),
                StepCommand.of(installer, step.arguments(), !settings.interactive()));
        long submitted = System.nanoTime();
        CompletableFuture<Integer> done = machine.submit(command());
        StepWatch watch = new StepWatch(folder.resolve(name + ".observed"), observation, listener);
        try (watch;
                GrowingFile file = new GrowingFile(folder.resolve(name + ".events"), () -> {
                    watch.look();
                    return goesOn(done, submitted);
                });
                CaptureEvents events = new CaptureEvents(file, step.name())) {
            for (Optional<CaptureEvent> event = events.next(); event.isPresent(); event = events.next()) {
                story.hear(event.get(), listener);
            }
        } finally {
            keep(folder.resolve(name + ".events"), name + ".jsonl");
            keep(folder.resolve(name + ".output"), name + ".txt");
        }
        long nanos = System.nanoTime() - story.startedAt().orElse(submitted);
        StepResult result = forced.isPresent() ? endByForce(forced.get(), nanos) : result(machine, nanos);
        return result.withUnobserved(story.unobserved(watch));
    }

    /** What the step did and said is worth keeping, since it explains a failure; it goes to the workspace's logs. */
    private void keep(Path file, String as) throws IOException {
        if (Files.exists(file) && Files.size(file) > 0) {
            Files.copy(file, Files.createDirectories(workspace.resolve("logs")).resolve(as));
        }
    }

    /** Waits a little; false once the step is over or out of time. */
    private boolean goesOn(CompletableFuture<Integer> done, long submitted) throws IOException {
        checkCancelled.run();
        try {
            machine.await(done, TICK);
            return false;
        } catch (SandboxException e) {
            return false;
        } catch (TimeoutException e) {
            long now = System.nanoTime();
            Optional<Duration> waiting = settings.waitingLimit();
            Duration limit = story.startedAt().isPresent() ? step.timeLimit() : START_LIMIT;
            if (now - story.startedAt().orElse(submitted) > limit.toNanos()) {
                forced = Optional.of(Ending.TIME_LIMIT);
            } else if (waiting.isPresent() && story.waitsLongerThan(waiting.get(), now)) {
                forced = Optional.of(Ending.WAITING_LIMIT);
            }
            return forced.isEmpty();
        }
    }

    private StepResult endByForce(Ending ending, long nanos) throws SandboxException, IOException {
        story.seeOnceMore();
        if (!new WineCommands(machine).tryEndWindows()) {
            machine.kill();
        }
        return new StepResult(0, Duration.ofNanos(nanos), ending, story.waiting(), story.running());
    }

    private StepResult result(Machine machine, long nanos) throws SandboxException {
        checkCancelled.run();
        if (story.failure().isPresent()) {
            CaptureEvent.Failed failed = story.failure().get();
            throw new SandboxException(
                    Code.BAD_STEP,
                    "The step %s could not be run: %s".formatted(step.name(), failed.message()),
                    "Check that the installer is made for Windows on this processor and is whole.");
        }
        CaptureEvent.Ended ended =
                story.end().orElseThrow(() -> machine.failed("Wine ended before the step " + step.name() + " did"));
        if (ended.code().isEmpty() || ended.timedOut()) {
            return new StepResult(
                    0, Duration.ofNanos(nanos), Ending.TIME_LIMIT, story.waiting(), StepStory.names(ended.left()));
        }
        return new StepResult(
                ended.code().getAsLong(),
                ended.elapsed(),
                Ending.BY_ITSELF,
                Optional.empty(),
                StepStory.names(ended.left()));
    }

    private String command() throws SandboxException {
        MachineLayout layout = machine.layout();
        List<String> words = new ArrayList<>(List.of("env"));
        for (Map.Entry<String, String> variable : step.environment().entrySet()) {
            words.add(variable(variable.getKey(), variable.getValue()));
        }
        words.addAll(List.of("wine", layout.windowsName("capture.exe"), "run"));
        words.addAll(List.of("--events", layout.windowsName(name + ".events")));
        words.addAll(List.of("--command-file", layout.windowsName(name + ".command")));
        words.addAll(
                List.of("--cwd", step.workingFolder().orElse(installer.parent().toString())));
        words.addAll(List.of("--stdout", layout.windowsName(name + ".output")));
        words.addAll(List.of("--stderr", layout.windowsName(name + ".output")));
        if (observation.isPresent()) {
            words.addAll(List.of("--observe", layout.windowsName(name + ".observed")));
        }
        words.addAll(
                List.of("--timeout", Long.toString(step.timeLimit().plus(LATER).toSeconds())));
        try {
            // a working folder that Windows knows: Wine complains about any other
            return "cd " + ShellWords.quote(layout.unixName("prefix/drive_c")) + " && " + ShellWords.join(words);
        } catch (IllegalArgumentException e) {
            throw badStep("its working folder or environment holds an end of line");
        }
    }

    private String variable(String variable, String value) throws SandboxException {
        String folded = WindowsNames.fold(variable);
        if (variable.isEmpty() || variable.indexOf('=') >= 0 || folded.startsWith("WINE")) {
            throw badStep("no variable can be called '" + variable + "'");
        }
        if (NOT_GIVEN.contains(folded)) {
            throw badStep("Wine sets the variable " + variable + " itself");
        }
        return variable + "=" + value;
    }

    private SandboxException badStep(String problem) {
        return new SandboxException(
                Code.BAD_STEP, "The step %s can't be run: %s.".formatted(step.name(), problem), "Change the step.");
    }
}
