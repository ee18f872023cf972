package studio.ctnr.wizard.support;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import studio.ctnr.container.Progress;
import studio.ctnr.engine.change.CaptureMachine;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.LiveScreen;
import studio.ctnr.engine.sandbox.Sandbox;
import studio.ctnr.engine.sandbox.SandboxReport;
import studio.ctnr.engine.sandbox.SandboxSession;
import studio.ctnr.engine.sandbox.SandboxSettings;
import studio.ctnr.engine.sandbox.StepListener;
import studio.ctnr.engine.sandbox.StepResult;
import studio.ctnr.wizard.diff.ExampleChanges;

/** A machine on which a step does what the test says. */
public final class ScriptedSandbox implements Sandbox {
    private final BiFunction<InstallStep, StepListener, StepResult> step;
    private final ExampleChanges changes;
    private final SandboxReport report;
    private final Optional<Picture> picture;

    /** A picture for the machine's screen. */
    public record Picture(int width, int height, int[] pixels) {}

    public ScriptedSandbox(
            BiFunction<InstallStep, StepListener, StepResult> step,
            ExampleChanges changes,
            SandboxReport report,
            Optional<Picture> picture) {
        this.step = step;
        this.changes = changes;
        this.report = report;
        this.picture = picture;
    }

    /** How often the screen was looked at. */
    public final AtomicInteger looks = new AtomicInteger();

    @Override
    public SandboxReport probe() {
        return report;
    }

    @Override
    public SandboxSession open(SandboxSettings settings, Path workspace, Progress progress) {
        return new Session();
    }

    private final class Session implements SandboxSession {
        private final CountDownLatch cancelled = new CountDownLatch(1);

        @Override
        public CaptureMachine machine() {
            return changes.machine();
        }

        @Override
        public StepResult run(InstallStep run, StepListener listener) {
            StepResult result = step.apply(run, listener);
            if (cancelled.getCount() == 0) {
                throw new CancellationException();
            }
            return result;
        }

        @Override
        public ChangeSet finish() {
            return changes;
        }

        @Override
        public void cancel() {
            cancelled.countDown();
        }

        @Override
        public void close() {
            // nothing runs
        }

        @Override
        public Optional<LiveScreen> screen() {
            return picture.map(Still::new);
        }
    }

    private final class Still implements LiveScreen {
        private final Picture shown;

        Still(Picture shown) {
            this.shown = shown;
        }

        @Override
        public int width() {
            return shown.width;
        }

        @Override
        public int height() {
            return shown.height;
        }

        @Override
        public void read(int[] pixels) throws IOException {
            System.arraycopy(shown.pixels, 0, pixels, 0, pixels.length);
            looks.incrementAndGet();
        }

        @Override
        public void use(List<Input> inputs) {
            // nobody listens
        }

        @Override
        public boolean usable() {
            return true;
        }
    }
}
