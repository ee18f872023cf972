package studio.ctnr.engine.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.ctnr.engine.capture.CaptureListener.Stage;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.installer.Installer;
import studio.ctnr.engine.project.CaptureDraft;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.project.CaptureRecord;
import studio.ctnr.engine.project.StepRecord;
import studio.ctnr.engine.rules.SharedRule;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.Sandbox;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.sandbox.SandboxSession;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.engine.sandbox.StepResult;

/** Runs installers on a clean machine and keeps what they changed as a capture project. */
public final class Capture {
    private static final Logger LOG = LoggerFactory.getLogger(Capture.class);

    private final Sandbox sandbox;
    private final SandboxSettings settings;
    private final Clock clock;
    private Optional<Path> rules = Optional.empty();
    private boolean cancelled;
    private SandboxSession running;

    public Capture(Sandbox sandbox, SandboxSettings settings, Clock clock) {
        this.sandbox = sandbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** Has the project begin with a copy of the rules in a folder, which need not exist. */
    public Capture withRules(Path folder) {
        rules = Optional.of(folder);
        return this;
    }

    /**
     * Captures {@code steps}, in their order, until one fails.
     *
     * @param project the folder to make; it must not hold anything but rules and verdicts
     * @throws SandboxException when the machine can't be had, or a step can't be started
     * @throws CancellationException after {@link #cancel()}, or when the listener's progress says to stop; nothing is left
     *     then
     */
    public CaptureOutcome run(List<InstallStep> steps, Path project, CaptureListener listener)
            throws SandboxException, IOException {
        Map<Path, Installer> installers = new HashMap<>();
        for (InstallStep step : steps) {
            installers.put(step.installer(), Installer.recognise(step.installer()));
        }
        Instant started = clock.instant();
        try (CaptureDraft draft = CaptureDraft.in(project)) {
            listener.stage(Stage.PREPARING);
            try (SandboxSession session = sandbox.open(settings, draft.workspace(), listener::progress)) {
                cancelWith(session);
                listener.machineStarted(session.screen());
                List<StepResult> results = new ArrayList<>();
                List<StepRecord> records = new ArrayList<>();
                install(session, steps, installers, results, records, listener);

                listener.stage(Stage.OBSERVING);
                ChangeSet changes = session.finish();
                Optional<Path> screenshot = keepEvidence(draft, results);

                listener.stage(Stage.SAVING);
                CaptureRecord record = new CaptureRecord(session.machine(), records, started, clock.instant());
                long found = System.nanoTime();
                if (rules.isPresent()) {
                    SharedRule.copyAll(rules.get(), draft.rules());
                }
                CaptureProject saved = draft.commit(record, changes, listener::progress);
                LOG.debug("The project was written in {} ms", (System.nanoTime() - found) / 1_000_000);
                return new CaptureOutcome(saved, results, screenshot);
            }
        }
    }

    /** Ends the capture as soon as possible; may be called from any thread, and twice. */
    public synchronized void cancel() {
        cancelled = true;
        if (running != null) {
            running.cancel();
        }
    }

    private synchronized void cancelWith(SandboxSession session) {
        if (cancelled) {
            throw new CancellationException();
        }
        running = session;
    }

    private void install(
            SandboxSession session,
            List<InstallStep> steps,
            Map<Path, Installer> installers,
            List<StepResult> results,
            List<StepRecord> records,
            CaptureListener listener)
            throws SandboxException, IOException {
        listener.stage(Stage.INSTALLING);
        for (InstallStep step : steps) {
            Instant started = clock.instant();
            listener.stepStarted(step);
            StepResult result = session.run(step, listener);
            listener.stepEnded(step, result);
            results.add(result);
            records.add(record(step, installers.get(step.installer()), result, started));
            if (!result.succeeded()) {
                return;
            }
        }
    }

    private StepRecord record(InstallStep step, Installer installer, StepResult result, Instant started)
            throws IOException {
        return new StepRecord(
                step.installer().getFileName().toString(),
                Files.size(step.installer()),
                installer.sha256(),
                installer.kind().title(),
                step.arguments(),
                result.timedOut() ? OptionalLong.empty() : OptionalLong.of(result.exitCode()),
                started,
                clock.instant(),
                result.unobserved());
    }

    /** Moves logs and screenshots out of the workspace, which does not stay. */
    private static Optional<Path> keepEvidence(CaptureDraft draft, List<StepResult> results) throws IOException {
        moveAll(draft.workspace().resolve("logs"), draft.logs());
        moveAll(draft.workspace().resolve("screenshots"), draft.screenshots());
        Path screenshots = draft.screenshots();
        return results.stream()
                .flatMap(result -> result.waiting().stream())
                .flatMap(waiting -> waiting.screenshot().stream())
                .map(picture -> screenshots.resolve(picture.getFileName()))
                .reduce((first, last) -> last);
    }

    private static void moveAll(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                Files.move(entry, to.resolve(entry.getFileName()));
            }
        }
    }
}
