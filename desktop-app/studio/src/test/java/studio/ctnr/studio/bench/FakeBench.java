package studio.ctnr.studio.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import studio.ctnr.container.config.Isolation;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.snapshot.Snapshot;
import studio.ctnr.workbench.audit.AuditRecord;
import studio.ctnr.workbench.compare.Change;
import studio.ctnr.workbench.compare.Comparison;
import studio.ctnr.workbench.compare.SettingDifference;
import studio.ctnr.workbench.icon.Picture;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.inventory.InventoryChange;
import studio.ctnr.workbench.inventory.RetiredContainer;
import studio.ctnr.workbench.jobs.JobRecord;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

/** A workbench in memory, that does what it is asked at once and keeps what it was asked for. */
public final class FakeBench implements Bench {
    public final Map<String, ContainerRecord> containers = new LinkedHashMap<>();
    public final Map<String, ContainerRecord> trash = new LinkedHashMap<>();
    public final List<JobRecord> jobs = new ArrayList<>();
    public final List<AuditRecord> history = new ArrayList<>();
    public final List<CaptureSummary> captures = new ArrayList<>();
    public final List<String> asked = new ArrayList<>();
    public int leaks;
    public final List<Snapshot> snapshots = new ArrayList<>();
    public final List<Long> cancelled = new ArrayList<>();
    public Optional<WorkbenchException> failure = Optional.empty();
    private final List<Consumer<InventoryChange>> containerListeners = new ArrayList<>();
    private final List<Consumer<JobRecord>> jobListeners = new ArrayList<>();

    /** With the sample containers of {@link SampleContainers}. */
    public static FakeBench full() {
        FakeBench bench = new FakeBench();
        SampleContainers.all().forEach(each -> bench.containers.put(each.id(), each));
        bench.jobs.addAll(SampleJobs.all());
        bench.history.addAll(SampleJobs.history());
        bench.captures.addAll(SampleJobs.captures());
        return bench;
    }

    /** Lets everything that is asked for fail from now on. */
    public void fail() {
        failure = Optional.of(new WorkbenchException(
                ProblemCode.INVENTORY_UNUSABLE, "The inventory can’t be read", "Look at its file"));
    }

    public void put(ContainerRecord container) {
        boolean known = containers.put(container.id(), container) != null;
        tell(known ? new InventoryChange.Changed(container) : new InventoryChange.Added(container));
    }

    public void tell(JobRecord job) {
        List.copyOf(jobListeners).forEach(listener -> listener.accept(job));
    }

    private void tell(InventoryChange change) {
        List.copyOf(containerListeners).forEach(listener -> listener.accept(change));
    }

    private void ask(String what) throws WorkbenchException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        asked.add(what);
    }

    @Override
    public List<ContainerRecord> containers() throws WorkbenchException {
        ask("containers");
        return List.copyOf(containers.values());
    }

    @Override
    public void onContainers(Consumer<InventoryChange> listener) {
        containerListeners.add(listener);
    }

    @Override
    public ContainerDetails details(ContainerRecord container) {
        return new ContainerDetails(
                "container-runtime@0.3.0",
                "none",
                List.of(container.name(), "Help"),
                Isolation.DEFAULT,
                Optional.empty());
    }

    @Override
    public Optional<Picture> icon(ContainerRecord container, int size) {
        return Optional.empty();
    }

    @Override
    public List<AuditRecord> history(String id, int limit) {
        return List.copyOf(history);
    }

    @Override
    public void setTags(String id, SortedSet<String> tags) throws WorkbenchException {
        ask("tags " + id + " " + tags);
        put(SampleContainers.tagged(containers.get(id), tags));
    }

    @Override
    public List<JobRecord> jobs(int limit) {
        return List.copyOf(jobs);
    }

    @Override
    public void onJobs(Consumer<JobRecord> listener) {
        jobListeners.add(listener);
    }

    @Override
    public void cancel(long job) {
        cancelled.add(job);
    }

    @Override
    public List<CaptureSummary> captures() throws WorkbenchException {
        ask("captures");
        return List.copyOf(captures);
    }

    @Override
    public ContainerRecord importFrom(Path source, Optional<String> id) throws WorkbenchException {
        String own = source.getFileName().toString().replaceAll("\\.ctnr$", "");
        if (containers.containsKey(id.orElse(own))) {
            throw new WorkbenchException(ProblemCode.ID_TAKEN, "There is such a container already", "");
        }
        ask("import " + source.getFileName() + id.map(each -> " as " + each).orElse(""));
        ContainerRecord made = SampleContainers.of(id.orElse(own), "Imported", "1.0", Instant.now());
        put(made);
        return made;
    }

    @Override
    public void export(ContainerRecord container, Path file) throws WorkbenchException {
        ask("export " + container.id() + " " + file.getFileName());
    }

    @Override
    public ContainerRecord duplicate(ContainerRecord container, String id, String name) throws WorkbenchException {
        ask("duplicate " + container.id() + " " + id);
        ContainerRecord made = SampleContainers.of(id, name, container.version(), Instant.now());
        put(made);
        return made;
    }

    @Override
    public void snapshot(ContainerRecord container, String label) throws WorkbenchException {
        ask("snapshot " + container.id() + " " + label);
    }

    @Override
    public List<Snapshot> snapshots(ContainerRecord container) throws WorkbenchException {
        ask("snapshots " + container.id());
        return List.copyOf(snapshots);
    }

    @Override
    public void restore(ContainerRecord container, Snapshot snapshot) throws WorkbenchException {
        ask("restore " + container.id() + " " + snapshot.label());
    }

    @Override
    public void deleteSnapshot(ContainerRecord container, Snapshot snapshot) throws WorkbenchException {
        ask("delete-snapshot " + container.id() + " " + snapshot.label());
        snapshots.remove(snapshot);
    }

    @Override
    public List<RetiredContainer> trash() throws WorkbenchException {
        ask("trash");
        return trash.values().stream()
                .map(each -> new RetiredContainer(
                        each.id(),
                        each.id(),
                        each.name(),
                        each.version(),
                        each.folder(),
                        each.linked(),
                        each.size(),
                        Instant.now()))
                .toList();
    }

    @Override
    public void purge(RetiredContainer container) throws WorkbenchException {
        ask("purge " + container.id());
        trash.remove(container.token());
    }

    @Override
    public ContainerRecord build(CaptureSummary capture, NewContainer wanted) throws WorkbenchException {
        ask("build " + capture.name() + " " + wanted.id());
        ContainerRecord made = SampleContainers.of(wanted.id(), wanted.name(), wanted.version(), Instant.now());
        put(made);
        return made;
    }

    @Override
    public void retire(ContainerRecord container) throws WorkbenchException {
        ask("retire " + container.id());
        trash.put(container.id(), containers.remove(container.id()));
        tell(new InventoryChange.Removed(container.id()));
    }

    @Override
    public void bringBack(String id) throws WorkbenchException {
        ask("bring-back " + id);
        put(trash.remove(id));
    }

    @Override
    public void run(ContainerRecord container, Optional<String> entryPoint) throws WorkbenchException {
        ask("run " + container.id() + entryPoint.map(each -> " " + each).orElse(""));
    }

    @Override
    public int checkLeaks(ContainerRecord container) throws WorkbenchException {
        ask("check " + container.id());
        return leaks;
    }

    @Override
    public Comparison compare(String first, String second) throws WorkbenchException {
        ask("compare " + first + " " + second);
        Comparison.Side one = new Comparison.Side(first, first, first, "1");
        Comparison.Side other = new Comparison.Side(second, second, second, "2");
        SettingDifference version =
                new SettingDifference("version", Change.CHANGED, Optional.of("1"), Optional.of("2"));
        return new Comparison(one, other, List.of(version), List.of(), List.of());
    }

    @Override
    public Map<String, Hive> hives(String source) throws WorkbenchException {
        ask("hives " + source);
        return Map.of();
    }

    @Override
    public ContainerRecord create(NewContainer wanted) throws WorkbenchException {
        ask("create " + wanted.id() + wanted.template().map(each -> " " + each).orElse(""));
        ContainerRecord made = SampleContainers.of(wanted.id(), wanted.name(), wanted.version(), Instant.now());
        put(made);
        return made;
    }

    @Override
    public List<String> templates() {
        return List.of("application", "browser", "java", "electron");
    }
}
