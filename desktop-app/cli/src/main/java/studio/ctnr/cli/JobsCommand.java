package studio.ctnr.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.jobs.JobRecord;
import studio.ctnr.workbench.problem.Problem;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Tells what is being done and what was done. */
@Command(
        name = "jobs",
        description = "List the latest jobs of all programs, and why those failed that did.",
        mixinStandardHelpOptions = true,
        footer = {"%nExamples:", "  ctnr jobs", "  ctnr jobs --clear     (forget those that are over)"})
final class JobsCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private InventoryAccess access;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many at most. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(names = "--clear", description = "Forget those that are over; the audit keeps its records.")
    private boolean clear;

    /** As {@code --json} writes a job; what is not known is null. */
    private record Answer(
            long number,
            String kind,
            String title,
            String container,
            String user,
            String state,
            String created,
            String started,
            String ended,
            Problem problem) {
        static Answer of(JobRecord job) {
            return new Answer(
                    job.number(),
                    word(job.kind()),
                    job.title(),
                    job.container().orElse(null),
                    job.caller().user(),
                    word(job.state()),
                    job.created().toString(),
                    job.started().map(Instant::toString).orElse(null),
                    job.ended().map(Instant::toString).orElse(null),
                    job.problem().orElse(null));
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Integer call() throws WorkbenchException {
        List<JobRecord> jobs;
        try (Workbench workbench = access.open()) {
            if (clear) {
                workbench.jobs().forget(Instant.now().plusSeconds(1));
            }
            jobs = workbench.jobs().latest(limit);
        }
        if (output.isJson()) {
            output.json(jobs.stream().map(Answer::of).toList());
        } else {
            Columns columns = new Columns(true, false, false, false, false);
            columns.add("JOB", "STARTED", "STATE", "WHAT", "WHY NOT");
            for (JobRecord job : jobs) {
                columns.add(
                        Long.toString(job.number()),
                        LocalTime.text(job.created()),
                        word(job.state()),
                        job.title(),
                        job.problem().map(Problem::sentence).orElse(""));
            }
            columns.print(output.out());
        }
        return ExitCode.DONE;
    }
}
