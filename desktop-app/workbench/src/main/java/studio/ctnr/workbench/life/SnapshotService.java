package studio.ctnr.workbench.life;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import studio.ctnr.container.snapshot.Snapshot;
import studio.ctnr.container.snapshot.SnapshotCheck;
import studio.ctnr.container.snapshot.SnapshotStore;
import studio.ctnr.workbench.audit.Caller;
import studio.ctnr.workbench.audit.Operation;
import studio.ctnr.workbench.inventory.ContainerFacts;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.jobs.Job;
import studio.ctnr.workbench.jobs.JobContext;
import studio.ctnr.workbench.jobs.JobKind;
import studio.ctnr.workbench.jobs.JobRequest;
import studio.ctnr.workbench.problem.Problems;
import studio.ctnr.workbench.problem.WorkbenchException;

/** States of containers that can be gone back to. */
public final class SnapshotService {
    private final LifeContext life;

    /** Made by the workbench. */
    public SnapshotService(LifeContext life) {
        this.life = life;
    }

    /** A container's, oldest first. */
    public List<Snapshot> list(String id) throws WorkbenchException {
        try {
            return store(life.inventory().get(id)).list();
        } catch (IOException failure) {
            throw new WorkbenchException(Problems.of(failure), failure);
        }
    }

    /**
     * The one that is meant by a token, the beginning of one, or a label.
     *
     * @throws WorkbenchException when there is none, or more than one
     */
    public Snapshot find(String id, String name) throws WorkbenchException {
        try {
            return store(life.inventory().get(id)).find(name);
        } catch (IOException failure) {
            throw new WorkbenchException(Problems.of(failure), failure);
        }
    }

    public Job<Snapshot> create(String id, String label, Caller caller) throws WorkbenchException {
        return submit(
                JobKind.SNAPSHOT,
                Operation.SNAPSHOT,
                "Snapshot of ",
                id,
                label,
                caller,
                (container, job) -> store(container).create(label, job));
    }

    /** What going back did. */
    public record Restored(Snapshot to, Optional<Snapshot> before) {}

    /**
     * Gives a container the state of a snapshot.
     *
     * @param keep whether the state that is there becomes a snapshot first, so that the way back is open
     */
    public Job<Restored> restore(String id, Snapshot snapshot, boolean keep, Caller caller) throws WorkbenchException {
        return submit(
                JobKind.RESTORE, Operation.RESTORE, "Restore ", id, snapshot.label(), caller, (container, job) -> {
                    SnapshotStore store = store(container);
                    Optional<Snapshot> before = keep
                            ? Optional.of(store.create(shortened("Before going back to " + snapshot.label()), job))
                            : Optional.empty();
                    store.restore(snapshot, job);
                    return new Restored(snapshot, before);
                });
    }

    private static String shortened(String label) {
        return label.length() <= 200 ? label : label.substring(0, 199) + "…";
    }

    public Job<Snapshot> delete(String id, Snapshot snapshot, Caller caller) throws WorkbenchException {
        return submit(
                JobKind.SNAPSHOT,
                Operation.SNAPSHOT_DELETE,
                "Delete a snapshot of ",
                id,
                snapshot.label(),
                caller,
                (container, job) -> {
                    store(container).delete(snapshot);
                    return snapshot;
                });
    }

    /** Reads all of them and tells every damage. */
    public Job<SnapshotCheck> verify(String id, Caller caller) throws WorkbenchException {
        ContainerRecord container = life.inventory().get(id);
        JobRequest request = new JobRequest(
                JobKind.VERIFY,
                "Verify the snapshots of " + container.name(),
                Optional.of(id),
                caller,
                Optional.empty(),
                "");
        return life.jobs()
                .submit(request, job -> life.alone(id, current -> store(current).verify(job)));
    }

    /** Likewise, and mends what the container still has the content for. */
    public Job<SnapshotCheck> repair(String id, Caller caller) throws WorkbenchException {
        return submit(
                JobKind.VERIFY,
                Operation.SNAPSHOT_REPAIR,
                "Repair the snapshots of ",
                id,
                "",
                caller,
                (container, job) -> store(container).repair(job));
    }

    private interface Step<T> {
        T run(ContainerRecord container, JobContext job) throws IOException;
    }

    private <T> Job<T> submit(
            JobKind kind, Operation operation, String title, String id, String detail, Caller caller, Step<T> step)
            throws WorkbenchException {
        ContainerRecord container = life.inventory().get(id);
        JobRequest request = JobRequest.of(kind, operation, id, title + container.name(), caller, detail);
        return life.jobs()
                .submit(
                        request,
                        job -> life.alone(id, current -> {
                            T result = step.run(current, job);
                            life.inventory().refresh(id, ContainerFacts.read(current.folder()));
                            return result;
                        }));
    }

    private SnapshotStore store(ContainerRecord container) {
        return SnapshotStore.of(container.container(), life.clock());
    }
}
