package studio.ctnr.studio.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.audit.AuditRecord;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.inventory.InventoryChange;
import studio.ctnr.workbench.jobs.JobRecord;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.Problems;
import studio.ctnr.workbench.problem.WorkbenchException;

/** The {@link Bench} of the program: a {@link Workbench} that is opened while the window comes up. */
public final class WorkbenchBench implements Bench {
    private final Future<Workbench> opening;

    public WorkbenchBench(Future<Workbench> opening) {
        this.opening = opening;
    }

    private Workbench workbench() throws WorkbenchException {
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
    public Optional<byte[]> icon(ContainerRecord container) {
        return Optional.empty();
    }

    @Override
    public List<AuditRecord> history(String id, int limit) throws WorkbenchException {
        return workbench().audit().of(id, limit);
    }

    @Override
    public void setTags(String id, SortedSet<String> tags) throws WorkbenchException {
        workbench().inventory().setTags(id, tags);
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
        return CaptureFolders.in(workbench().place().captures());
    }

    @Override
    public ContainerRecord importFrom(Path source) throws WorkbenchException {
        throw missing();
    }

    @Override
    public void export(ContainerRecord container, Path file) throws WorkbenchException {
        throw missing();
    }

    @Override
    public ContainerRecord duplicate(ContainerRecord container, String id, String name) throws WorkbenchException {
        throw missing();
    }

    @Override
    public void snapshot(ContainerRecord container, String label) throws WorkbenchException {
        throw missing();
    }

    @Override
    public void retire(ContainerRecord container) throws WorkbenchException {
        throw missing();
    }

    @Override
    public void bringBack(String id) throws WorkbenchException {
        throw missing();
    }

    @Override
    public void run(ContainerRecord container, Optional<String> entryPoint) throws WorkbenchException {
        throw missing();
    }

    @Override
    public ContainerRecord create(NewContainer container) throws WorkbenchException {
        throw missing();
    }

    @Override
    public List<String> templates() throws WorkbenchException {
        return List.of();
    }

    private static WorkbenchException missing() {
        return new WorkbenchException(
                ProblemCode.NOT_AVAILABLE, "The workbench can't do this yet", "Use the ctnr command");
    }
}
