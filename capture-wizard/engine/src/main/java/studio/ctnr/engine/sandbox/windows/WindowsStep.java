package studio.ctnr.engine.sandbox.windows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** One step on the machine itself; {@code capture.exe} keeps the limits. */
final class WindowsStep {
    private final CaptureProgram program;
    private final InstallStep step;
    private final Path folder;
    private final SandboxSettings settings;
    private final Optional<Observation> observation;
    private final StepStory story = new StepStory(Optional::empty);
    private boolean gaveUp;
    private volatile CaptureProgram.Running running;

    /** @param folder for what the step needs and leaves: its command line, its output */
    WindowsStep(
            CaptureProgram program,
            InstallStep step,
            Path folder,
            SandboxSettings settings,
            Optional<Observation> observation) {
        this.program = program;
        this.step = step;
        this.folder = folder;
        this.settings = settings;
        this.observation = observation;
    }

    StepResult run(StepListener listener) throws SandboxException, IOException {
        Path installer = shown();
        WindowsPath path =
                WindowsPath.of(program.name().apply(installer.toAbsolutePath().normalize()));
        Path command = Files.createDirectories(folder).resolve("command.txt");
        Files.writeString(command, StepCommand.of(path, step.arguments(), !settings.interactive()));
        running = program.start(step.environment(), arguments(command, path));
        StepWatch watch = new StepWatch(observed(), observation, listener);
        try (watch;
                CaptureEvents events = new CaptureEvents(running.process().getInputStream(), step.name())) {
            // not until the stream ends: something that the step left running may hold it open
            while (story.end().isEmpty() && story.failure().isEmpty()) {
                Optional<CaptureEvent> event = events.next();
                if (event.isEmpty()) {
                    break;
                }
                gaveUp |= event.get() instanceof CaptureEvent.GaveUp;
                story.hear(event.get(), listener);
                watch.look();
            }
        } finally {
            end();
        }
        return result().withUnobserved(story.unobserved(watch));
    }

    /** Ends the step and everything that it started: the job object dies with the program that holds it. */
    void end() {
        CaptureProgram.Running now = running;
        if (now != null) {
            now.process().destroyForcibly();
        }
    }

    private Path shown() throws SandboxException, IOException {
        if (!Files.isRegularFile(step.installer())) {
            throw new SandboxException(
                    Code.BAD_STEP, "There is no installer " + step.installer() + ".", "Give the path of a file.");
        }
        if (step.sideFiles() == InstallStep.SideFiles.WHOLE_FOLDER) {
            return step.installer();
        }
        Path alone = Files.createDirectories(folder.resolve("media"));
        return Files.copy(step.installer(), alone.resolve(step.installer().getFileName()));
    }

    private Path observed() {
        return folder.resolve("observed.jsonl");
    }

    private String[] arguments(Path command, WindowsPath installer) {
        String output = program.name().apply(folder.resolve("output.txt"));
        List<String> words =
                new ArrayList<>(List.of("run", "--command-file", program.name().apply(command)));
        words.addAll(List.of("--stdout", output, "--stderr", output));
        words.addAll(List.of("--timeout", seconds(step.timeLimit())));
        words.addAll(
                List.of("--cwd", step.workingFolder().orElse(installer.parent().toString())));
        if (observation.isPresent()) {
            words.addAll(List.of("--observe", program.name().apply(observed())));
        }
        settings.waitingLimit().ifPresent(limit -> words.addAll(List.of("--give-up", seconds(limit))));
        return words.toArray(String[]::new);
    }

    /** Whole seconds, 1 at least: 0 would be no limit. */
    private static String seconds(Duration limit) {
        return Long.toString(Math.max(1, limit.toSeconds()));
    }

    private StepResult result() throws SandboxException {
        if (story.failure().isPresent()) {
            throw new SandboxException(
                    Code.BAD_STEP,
                    "The step %s could not be run: %s"
                            .formatted(step.name(), story.failure().get().message()),
                    "Check that the installer is made for Windows on this processor and is whole.");
        }
        CaptureEvent.Ended ended = story.end()
                .orElseThrow(() -> new SandboxException(
                        Code.MACHINE_FAILED,
                        "capture.exe ended before the step " + step.name() + " did.",
                        "See whether a security program on this machine stopped it."));
        boolean byItself = ended.code().isPresent() && !ended.timedOut();
        Ending ending = byItself ? Ending.BY_ITSELF : gaveUp ? Ending.WAITING_LIMIT : Ending.TIME_LIMIT;
        return new StepResult(
                byItself ? ended.code().getAsLong() : 0,
                ended.elapsed(),
                ending,
                byItself ? Optional.empty() : story.waiting(),
                StepStory.names(ended.left()));
    }
}
