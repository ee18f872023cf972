package studio.ctnr.studio.editor.snapshots;

import java.util.List;
import studio.ctnr.container.snapshot.Snapshot;
import studio.ctnr.workbench.problem.WorkbenchException;

/** The states of one container. Calls block, and are made off the FX thread. */
public interface SnapshotShelf {
    /** Oldest first. */
    List<Snapshot> list() throws WorkbenchException;

    void take(String label) throws WorkbenchException, InterruptedException;

    /** Gives the container that state; what it is now becomes a snapshot first. */
    void restore(Snapshot snapshot) throws WorkbenchException, InterruptedException;

    void delete(Snapshot snapshot) throws WorkbenchException, InterruptedException;
}
