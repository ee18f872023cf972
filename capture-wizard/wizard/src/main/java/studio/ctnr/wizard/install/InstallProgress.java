package studio.ctnr.wizard.install;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import studio.ctnr.engine.capture.CaptureListener;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.LiveScreen;
import studio.ctnr.engine.sandbox.StepResult;
import studio.ctnr.engine.sandbox.WaitingForInput;

/**
 * What a capture has told so far. It is told from the capturing threads and looked at from the FX thread a few times a
 * second, so that an installer which writes a million files does not flood the window with news.
 */
final class InstallProgress implements CaptureListener {
    private static final int LINES = 2000;

    private final Deque<Line> log = new ArrayDeque<>();
    private final Instant started;
    private Stage stage = Stage.PREPARING;
    private String doing = "";
    private long done;
    private long total = -1;
    private int step;
    private int running;
    private long lines;
    private long files = -1;
    private long values = -1;
    private Optional<LiveScreen> screen = Optional.empty();
    private Optional<WaitingForInput> waiting = Optional.empty();

    /** What the log tells of. */
    enum Happened {
        STAGE,
        STEP,
        PROGRAM,
        PROGRAM_ENDED,
        WINDOW,
        WAITING,
        STEP_ENDED
    }

    /**
     * One line of the log.
     *
     * @param after the start of the capture
     */
    record Line(Duration after, Happened happened, String what) {}

    /**
     * How it stands.
     *
     * @param doing what is being done, in the engine's words; may be empty
     * @param fraction from 0 to 1, or -1
     * @param files that were changed by now, and {@code values}; -1 where that is not known before the end
     * @param lines of the log that are new since the last look
     */
    record Look(
            Stage stage,
            String doing,
            double fraction,
            int step,
            int running,
            long files,
            long values,
            Optional<WaitingForInput> waiting,
            List<Line> lines) {}

    InstallProgress(Instant started) {
        this.started = started;
    }

    /** How it stands now; lines before {@code seen} are left out. */
    synchronized Look look(long seen) {
        List<Line> all = new ArrayList<>(log);
        int fresh = (int) Math.min(lines - seen, all.size());
        double fraction = total > 0 ? (double) done / total : -1;
        return new Look(
                stage,
                doing,
                fraction,
                step,
                running,
                files,
                values,
                waiting,
                all.subList(all.size() - fresh, all.size()));
    }

    synchronized long linesSoFar() {
        return lines;
    }

    synchronized Optional<LiveScreen> screen() {
        return screen;
    }

    @Override
    public synchronized void stage(Stage now) {
        stage = now;
        doing = "";
        total = -1;
        waiting = Optional.empty();
        if (now == Stage.OBSERVING) {
            screen = Optional.empty();
        }
        add(Happened.STAGE, now.name());
    }

    @Override
    public synchronized void progress(String what, long reached, long of) {
        doing = what;
        done = reached;
        total = of;
    }

    @Override
    public synchronized void machineStarted(Optional<LiveScreen> shown) {
        screen = shown;
    }

    @Override
    public synchronized void changed(long filesSoFar, long valuesSoFar) {
        files = filesSoFar;
        values = valuesSoFar;
    }

    @Override
    public synchronized void stepStarted(InstallStep started) {
        step++;
        running = 0;
        add(Happened.STEP, (started.name() + " " + String.join(" ", started.arguments())).strip());
    }

    @Override
    public synchronized void stepEnded(InstallStep ended, StepResult result) {
        waiting = Optional.empty();
        add(
                Happened.STEP_ENDED,
                ended.name() + (result.timedOut() ? "" : " → " + Long.toUnsignedString(result.exitCode())));
    }

    @Override
    public synchronized void programStarted(long processId, String program) {
        running++;
        waiting = Optional.empty();
        add(Happened.PROGRAM, program);
    }

    @Override
    public synchronized void programEnded(long processId, long exitCode) {
        running = Math.max(0, running - 1);
        add(Happened.PROGRAM_ENDED, Long.toUnsignedString(exitCode));
    }

    @Override
    public synchronized void windowShown(String title) {
        waiting = Optional.empty();
        if (!title.isBlank()) {
            add(Happened.WINDOW, title);
        }
    }

    @Override
    public synchronized void waiting(WaitingForInput window) {
        waiting = Optional.of(window);
        add(Happened.WAITING, window.title());
    }

    private void add(Happened happened, String what) {
        log.add(new Line(Duration.between(started, Instant.now()), happened, what));
        lines++;
        if (log.size() > LINES) {
            log.removeFirst();
        }
    }
}
