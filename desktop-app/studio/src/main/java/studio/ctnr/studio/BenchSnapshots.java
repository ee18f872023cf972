package studio.ctnr.studio;

import java.util.List;
import studio.ctnr.container.snapshot.Snapshot;
import studio.ctnr.studio.bench.Bench;
import studio.ctnr.studio.editor.snapshots.SnapshotShelf;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.problem.WorkbenchException;

/** The states of a container of the workbench. */
record BenchSnapshots(Bench bench, ContainerRecord container) implements SnapshotShelf {
    @Override
    public List<Snapshot> list() throws WorkbenchException {
        return bench.snapshots(container);
    }

    @Override
    public void take(String label) throws WorkbenchException, InterruptedException {
        bench.snapshot(container, label);
    }

    @Override
    public void restore(Snapshot snapshot) throws WorkbenchException, InterruptedException {
        bench.restore(container, snapshot);
    }

    @Override
    public void delete(Snapshot snapshot) throws WorkbenchException, InterruptedException {
        bench.deleteSnapshot(container, snapshot);
    }
}
