package studio.ctnr.cli;

import java.time.Duration;
import java.time.Instant;
import studio.ctnr.engine.capture.CaptureListener;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.WaitingForInput;

/** Shows on the progress line what a capture is at. */
final class CaptureScreen implements CaptureListener {
    private final ProgressLine line;
    private String step = "";
    private Instant started = Instant.now();
    private int programs;
    private String last = "";
    private String changes = "";

    CaptureScreen(ProgressLine line) {
        this.line = line;
    }

    @Override
    public void stage(Stage stage) {
        line.at(
                switch (stage) {
                    case PREPARING -> "starting a clean machine";
                    case INSTALLING -> "installing";
                    case OBSERVING -> "looking for what changed";
                    case SAVING -> "writing the project";
                },
                0,
                -1);
    }

    @Override
    public void progress(String doing, long done, long total) {
        line.at(doing, done, total);
    }

    @Override
    public void stepStarted(InstallStep begun) {
        step = begun.name();
        started = Instant.now();
        programs = 0;
        changes = "";
        tell("started");
    }

    @Override
    public void programStarted(long processId, String program) {
        programs++;
        tell(program);
    }

    @Override
    public void changed(long files, long values) {
        changes = ", %d files, %d values".formatted(files, values);
        tell(last);
    }

    @Override
    public void windowShown(String title) {
        tell("shows \"" + title + "\"");
    }

    @Override
    public void waiting(WaitingForInput window) {
        tell("waits for an answer in \"" + window.title() + "\"");
    }

    private void tell(String what) {
        last = what;
        Duration since = Duration.between(started, Instant.now());
        line.at("%s (%d s, %d programs%s): %s".formatted(step, since.toSeconds(), programs, changes, what), 0, -1);
    }
}
