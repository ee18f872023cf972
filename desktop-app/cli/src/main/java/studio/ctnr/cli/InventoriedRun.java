package studio.ctnr.cli;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import studio.ctnr.engine.run.RunEnd;
import studio.ctnr.engine.run.RunException;
import studio.ctnr.engine.run.RunSettings;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.jobs.Job;
import studio.ctnr.workbench.jobs.JobRecord;
import studio.ctnr.workbench.problem.NotStartedException;
import studio.ctnr.workbench.problem.WorkbenchException;

/** A run of a container of the inventory: a job like any other, so that the inventory knows of it. */
record InventoriedRun(Workbench workbench, ContainerRecord container, InventoryAccess access, Output output) {

    RunEnd run(RunSettings settings) throws Exception {
        // once the application runs, the terminal is its own
        AtomicBoolean started = new AtomicBoolean();
        Job<RunEnd> job = workbench.running().run(container.id(), settings, _ -> started.set(true), access.caller());
        output.interruption().onRequest(job::cancel);
        try (ProgressLine line = output.progress()) {
            Runnable takeAway = line::close;
            Consumer<JobRecord> listener = record -> {
                if (started.get()) {
                    takeAway.run();
                } else if (record.number() == job.number()
                        && !output.interruption().requested()) {
                    line.at(
                            record.progress().doing(),
                            record.progress().done(),
                            record.progress().total());
                }
            };
            workbench.jobs().addListener(listener);
            return job.await();
        } catch (WorkbenchException failure) {
            return end(failure);
        }
    }

    /** What the launcher or the host failed with has an exit code of its own. */
    private static RunEnd end(WorkbenchException failure) throws Exception {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case NotStartedException launcher -> {
                    return launcher.end();
                }
                case RunException host -> throw host;
                default -> {}
            }
        }
        throw failure;
    }
}
