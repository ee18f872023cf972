package studio.ctnr.studio.jobs;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import studio.ctnr.studio.bench.Bench;
import studio.ctnr.studio.bench.Failures;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.workbench.jobs.JobKind;
import studio.ctnr.workbench.jobs.JobRecord;

/** What is being done and was done, for the Jobs page, the status bar and the list of what runs. */
public final class JobsViewModel {
    private static final int HISTORY = 500;

    private final Bench bench;
    private final Desk desk;
    private final ObservableList<JobRecord> jobs = FXCollections.observableArrayList();
    private final ObservableSet<String> running = FXCollections.observableSet(new TreeSet<>());
    private final ReadOnlyIntegerWrapper active = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<JobRecord>> foremost = new ReadOnlyObjectWrapper<>(Optional.empty());

    public JobsViewModel(Bench bench, Desk desk) {
        this.bench = bench;
        this.desk = desk;
    }

    /** Reads the history and listens from then on. */
    public void load() {
        desk.background()
                .call(() -> {
                    bench.onJobs(job -> desk.background().toScreen(() -> update(job)));
                    return bench.jobs(HISTORY);
                })
                .onSuccess(this::loaded)
                .onError(e -> desk.notices().tell(Failures.of(e, this::load)))
                .start();
    }

    /** Newest first. */
    public ObservableList<JobRecord> jobs() {
        return jobs;
    }

    /** Ids of containers that run now. */
    public ObservableSet<String> running() {
        return running;
    }

    /** How many jobs are not over, running applications aside. */
    public ReadOnlyIntegerProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    /** The job that the status bar tells of: the oldest that is not over, running applications aside. */
    public ReadOnlyObjectProperty<Optional<JobRecord>> foremostProperty() {
        return foremost.getReadOnlyProperty();
    }

    public void cancel(JobRecord job) {
        desk.background()
                .call(() -> {
                    bench.cancel(job.number());
                    return null;
                })
                .onError(e -> desk.notices().tell(Failures.of(e)))
                .start();
    }

    /** Puts what is known of a failure on the clipboard, for a report. */
    public void copyDetails(JobRecord job) {
        job.problem()
                .ifPresent(problem -> desk.dialogs()
                        .copy("%s (job %d, %s): %s"
                                .formatted(job.title(), job.number(), problem.code(), problem.text())));
    }

    private void loaded(List<JobRecord> history) {
        List<JobRecord> heardMeanwhile = List.copyOf(jobs);
        jobs.setAll(history);
        heardMeanwhile.forEach(this::put);
        derive();
    }

    private void update(JobRecord job) {
        put(job);
        derive();
    }

    private void put(JobRecord job) {
        for (int i = 0; i < jobs.size(); i++) {
            if (jobs.get(i).number() == job.number()) {
                jobs.set(i, job);
                return;
            }
        }
        jobs.addFirst(job);
    }

    private void derive() {
        List<JobRecord> open =
                jobs.stream().filter(job -> !job.state().isOver()).toList();
        TreeSet<String> runningNow = new TreeSet<>();
        open.stream()
                .filter(job -> job.kind() == JobKind.RUN)
                .flatMap(job -> job.container().stream())
                .forEach(runningNow::add);
        running.retainAll(runningNow);
        running.addAll(runningNow);
        List<JobRecord> work =
                open.stream().filter(job -> job.kind() != JobKind.RUN).toList();
        active.set(work.size());
        foremost.set(work.stream().min(Comparator.comparingLong(JobRecord::number)));
    }
}
