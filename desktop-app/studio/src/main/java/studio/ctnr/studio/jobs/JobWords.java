package studio.ctnr.studio.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.workbench.jobs.JobRecord;
import studio.ctnr.workbench.jobs.JobState;
import studio.ctnr.workbench.problem.Problem;

/** How a job goes, in words. */
public final class JobWords {
    private static final Duration SHORT = Duration.ofSeconds(3);

    private JobWords() {}

    /** The line below a job's title. */
    static String line(JobRecord job) {
        String state = Texts.text("jobs.state." + job.state().name().toLowerCase(Locale.ROOT));
        if (job.state() == JobState.RUNNING) {
            String now = JobSentences.doing(job.progress().doing());
            return now.isEmpty()
                    ? state
                    : percent(job).map(each -> each + " · " + now).orElse(now);
        }
        String line = state + " · " + JobCell.when(job);
        return job.state() == JobState.FAILED
                ? line
                        + job.problem()
                                .map(Problem::code)
                                .map(code -> " · " + code.toUpperCase(Locale.ROOT))
                                .orElse("")
                : line;
    }

    /** For the status bar: "building VLC 3.0.21 – 62 %, 40 s left". */
    public static String brief(JobRecord job, Instant now) {
        String rest = percent(job).orElse("");
        String left = left(job, now)
                .map(duration -> duration.toMinutes() > 0
                        ? Texts.text("jobs.left-minutes", duration.toMinutes() + 1)
                        : Texts.text("jobs.left-seconds", Math.max(1, duration.toSeconds())))
                .orElse("");
        String both = rest.isEmpty() || left.isEmpty() ? rest + left : rest + ", " + left;
        String title = JobSentences.title(job.title());
        return both.isEmpty() ? title : title + " – " + both;
    }

    private static Optional<String> percent(JobRecord job) {
        OptionalDouble share = job.progress().share();
        return share.isEmpty() ? Optional.empty() : Optional.of(Math.round(share.getAsDouble() * 100) + " %");
    }

    /** As long again as it has taken for what is behind; nobody is told before there is something to go by. */
    private static Optional<Duration> left(JobRecord job, Instant now) {
        OptionalDouble share = job.progress().share();
        if (share.isEmpty() || share.getAsDouble() < 0.05 || job.started().isEmpty()) {
            return Optional.empty();
        }
        Duration taken = Duration.between(job.started().get(), now);
        if (taken.compareTo(SHORT) < 0) {
            return Optional.empty();
        }
        double rest = (1 - share.getAsDouble()) / share.getAsDouble();
        return Optional.of(Duration.ofMillis((long) (taken.toMillis() * rest)));
    }
}
