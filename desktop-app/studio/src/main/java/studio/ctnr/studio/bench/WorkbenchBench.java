package studio.ctnr.studio.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.snapshot.Snapshot;
import studio.ctnr.engine.build.BuildSettings;
import studio.ctnr.engine.projection.text.TextChoice;
import studio.ctnr.engine.run.RunSettings;
import studio.ctnr.engine.smoke.SmokeScript;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.audit.AuditRecord;
import studio.ctnr.workbench.audit.Caller;
import studio.ctnr.workbench.compare.Comparison;
import studio.ctnr.workbench.icon.ContainerIcons;
import studio.ctnr.workbench.icon.Picture;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.inventory.InventoryChange;
import studio.ctnr.workbench.inventory.RetiredContainer;
import studio.ctnr.workbench.jobs.Job;
import studio.ctnr.workbench.jobs.JobRecord;
import studio.ctnr.workbench.life.CreateService;
import studio.ctnr.workbench.life.ImportService;
import studio.ctnr.workbench.life.Packing;
import studio.ctnr.workbench.life.Template;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.Problems;
import studio.ctnr.workbench.problem.WorkbenchException;

/** The {@link Bench} of the program: a {@link Workbench} that is opened while the window comes up. */
public final class WorkbenchBench implements Bench {
    private static final Caller CALLER = Caller.ofProcess("studio");

    private static final Duration CHECK_LIMIT = Duration.ofSeconds(60);

    private final Future<Workbench> opening;

    public WorkbenchBench(Future<Workbench> opening) {
        this.opening = opening;
    }

    /** The workbench, once it is open. */
    public Workbench workbench() throws WorkbenchException {
        try {
            return opening.get();
        } catch (ExecutionException e) {
            throw new WorkbenchException(Problems.of(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkbenchException(ProblemCode.CANCELLED, "It was cancelled", "");
        }
    }

    @Override
    public List<ContainerRecord> containers() throws WorkbenchException {
        return workbench().inventory().list();
    }

    @Override
    public void onContainers(Consumer<InventoryChange> listener) throws WorkbenchException {
        workbench().inventory().addListener(listener);
    }

    @Override
    public ContainerDetails details(ContainerRecord container) throws WorkbenchException {
        try {
            return DetailsReader.read(container.container());
        } catch (IOException e) {
            throw new WorkbenchException(Problems.of(e), e);
        }
    }

    @Override
    public Optional<Picture> icon(ContainerRecord container, int size) {
        return ContainerIcons.read(container.container(), container.icon(), size);
    }

    @Override
    public List<AuditRecord> history(String id, int limit) throws WorkbenchException {
        return workbench().audit().of(id, limit);
    }

    @Override
    public void setTags(String id, SortedSet<String> tags) throws WorkbenchException {
        workbench().editing().tag(id, tags, CALLER);
    }

    @Override
    public List<JobRecord> jobs(int limit) throws WorkbenchException {
        return workbench().jobs().latest(limit);
    }

    @Override
    public void onJobs(Consumer<JobRecord> listener) throws WorkbenchException {
        workbench().jobs().addListener(listener);
    }

    @Override
    public void cancel(long job) throws WorkbenchException {
        workbench().jobs().cancel(job);
    }

    @Override
    public List<CaptureSummary> captures() throws WorkbenchException {
        return workbench().projects().list().stream().map(CaptureSummary::of).toList();
    }

    @Override
    public ContainerRecord importFrom(Path source, Optional<String> id)
            throws WorkbenchException, InterruptedException {
        return workbench()
                .importing()
                .take(source, ImportService.Way.COPY, id, CALLER)
                .await();
    }

    @Override
    public void export(ContainerRecord container, Path file) throws WorkbenchException, InterruptedException {
        // the file chooser has asked already whether a file may be replaced
        Packing packing = new Packing(Packing.DEFAULT.level(), true);
        workbench().exporting().archive(container.id(), file, packing, CALLER).await();
    }

    @Override
    public ContainerRecord duplicate(ContainerRecord container, String id, String name)
            throws WorkbenchException, InterruptedException {
        return workbench()
                .duplicating()
                .duplicate(container.id(), Optional.of(id), Optional.of(name), CALLER)
                .await();
    }

    @Override
    public void snapshot(ContainerRecord container, String label) throws WorkbenchException, InterruptedException {
        workbench().snapshots().create(container.id(), label, CALLER).await();
    }

    @Override
    public List<Snapshot> snapshots(ContainerRecord container) throws WorkbenchException {
        return workbench().snapshots().list(container.id());
    }

    @Override
    public void restore(ContainerRecord container, Snapshot snapshot) throws WorkbenchException, InterruptedException {
        workbench().snapshots().restore(container.id(), snapshot, true, CALLER).await();
    }

    @Override
    public void deleteSnapshot(ContainerRecord container, Snapshot snapshot)
            throws WorkbenchException, InterruptedException {
        workbench().snapshots().delete(container.id(), snapshot, CALLER).await();
    }

    @Override
    public List<RetiredContainer> trash() throws WorkbenchException {
        return workbench().trash().list();
    }

    @Override
    public void purge(RetiredContainer container) throws WorkbenchException, InterruptedException {
        workbench().retiring().purge(container, CALLER).await();
    }

    @Override
    public void retire(ContainerRecord container) throws WorkbenchException, InterruptedException {
        workbench().retiring().retire(container.id(), CALLER).await();
    }

    @Override
    public void bringBack(String name) throws WorkbenchException, InterruptedException {
        workbench().retiring().bringBack(workbench().trash().get(name), CALLER).await();
    }

    @Override
    public void run(ContainerRecord container, Optional<String> entryPoint)
            throws WorkbenchException, InterruptedException {
        RunSettings settings = RunSettings.DEFAULT.withEntry(entryPoint);
        workbench()
                .running()
                .run(container.id(), settings, started -> {}, CALLER)
                .await();
    }

    @Override
    public int checkLeaks(ContainerRecord container) throws WorkbenchException, InterruptedException {
        SmokeScript script = SmokeScript.usual(Optional.empty(), CHECK_LIMIT);
        return workbench()
                .checking()
                .check(container.id(), script, CHECK_LIMIT, CALLER)
                .await()
                .leaks()
                .size();
    }

    @Override
    public Comparison compare(String first, String second) throws WorkbenchException, InterruptedException {
        return workbench().comparing().compare(first, second, CALLER).await();
    }

    @Override
    public Map<String, Hive> hives(String source) throws WorkbenchException, InterruptedException {
        return workbench().comparing().hives(source, CALLER).await();
    }

    @Override
    public ContainerRecord create(NewContainer wanted) throws WorkbenchException, InterruptedException {
        var container =
                new studio.ctnr.workbench.life.NewContainer(Optional.of(wanted.id()), wanted.name(), wanted.version());
        Optional<Template> template = wanted.template().flatMap(Template::find);
        CreateService creating = workbench().creating();
        Job<ContainerRecord> job = template.isPresent()
                ? creating.fromTemplate(template.get(), container, CALLER)
                : creating.empty(container, CALLER);
        return job.await();
    }

    @Override
    public ContainerRecord build(CaptureSummary capture, NewContainer wanted)
            throws WorkbenchException, InterruptedException {
        BuildSettings settings = new BuildSettings(
                Optional.of(wanted.id()),
                Optional.of(wanted.name()),
                Optional.of(wanted.version()),
                TextChoice.USUAL,
                false);
        return workbench()
                .building()
                .container(capture.folder(), settings, CALLER)
                .await()
                .container();
    }

    @Override
    public List<String> templates() {
        return Template.all().stream().map(Template::name).toList();
    }
}
