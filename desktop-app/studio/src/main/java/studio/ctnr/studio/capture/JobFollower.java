package studio.ctnr.studio.capture;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import studio.ctnr.studio.jobs.JobSentences;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.background.BackgroundTask;
import studio.ctnr.toolkit.background.Progress;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.jobs.Job;
import studio.ctnr.workbench.jobs.JobRecord;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

/**
 * A job of the workbench as a task of the screen: with its progress, cancelled together, and failing with what the job's
 * work threw rather than with what the job queue makes of it.
 */
record JobFollower(StudioWizardHost.OpenWorkbench workbench) {
    /** Hands a job in. */
    @FunctionalInterface
    interface Order<T> {
        Job<T> of(Workbench workbench) throws Exception;
    }

    <T> BackgroundTask<T> task(Background background, Order<T> order) {
        return task(background, order, Function.identity());
    }

    <T, R> BackgroundTask<R> task(Background background, Order<T> order, Function<T, R> result) {
        return background.run(progress -> result.apply(follow(order, progress)));
    }

    private <T> T follow(Order<T> order, Progress progress) throws Exception {
        Workbench bench = workbench.get();
        Job<T> job = order.of(bench);
        Consumer<JobRecord> listener = record -> {
            if (record.number() == job.number()) {
                progress.at(
                        record.progress().share().orElse(Progress.UNKNOWN),
                        JobSentences.doing(record.progress().doing()));
            }
        };
        bench.jobs().addListener(listener);
        try {
            return job.result().get();
        } catch (InterruptedException cancelled) {
            job.cancel();
            job.result().handle((made, failure) -> made).join();
            throw cancelled;
        } catch (ExecutionException failed) {
            throw cause(failed);
        } finally {
            bench.jobs().removeListener(listener);
        }
    }

    private static Exception cause(ExecutionException failed) {
        if (!(failed.getCause() instanceof WorkbenchException told)) {
            return failed.getCause() instanceof Exception known ? known : failed;
        }
        if (told.problem().code().equals(ProblemCode.CANCELLED.word())) {
            return new CancellationException(told.getMessage());
        }
        return told.getCause() instanceof Exception work ? work : told;
    }
}
