package studio.ctnr.workbench.life;

import studio.ctnr.engine.capture.CaptureListener;
import studio.ctnr.engine.sandbox.InstallStep;
import studio.ctnr.engine.sandbox.StepResult;
import studio.ctnr.engine.sandbox.WaitingForInput;
import studio.ctnr.workbench.jobs.JobContext;

/** Tells a job how far its capture is, and whoever else wants to hear of it. */
final class ListeningJob implements CaptureListener {
    private final JobContext job;
    private final CaptureListener listener;

    ListeningJob(JobContext job, CaptureListener listener) {
        this.job = job;
        this.listener = listener;
    }

    @Override
    public void stage(Stage stage) {
        job.at(
                switch (stage) {
                    case PREPARING -> "making a clean machine";
                    case INSTALLING -> "installing";
                    case OBSERVING -> "looking what changed";
                    case SAVING -> "writing the project";
                },
                0,
                -1);
        listener.stage(stage);
    }

    @Override
    public void progress(String doing, long done, long total) {
        job.at(doing, done, total);
        listener.progress(doing, done, total);
    }

    @Override
    public void stepStarted(InstallStep step) {
        job.at("running " + step.installer().getFileName(), 0, -1);
        listener.stepStarted(step);
    }

    @Override
    public void stepEnded(InstallStep step, StepResult result) {
        listener.stepEnded(step, result);
    }

    @Override
    public void programStarted(long processId, String program) {
        listener.programStarted(processId, program);
    }

    @Override
    public void programEnded(long processId, long exitCode) {
        listener.programEnded(processId, exitCode);
    }

    @Override
    public void windowShown(String title) {
        listener.windowShown(title);
    }

    @Override
    public void waiting(WaitingForInput window) {
        listener.waiting(window);
    }
}
