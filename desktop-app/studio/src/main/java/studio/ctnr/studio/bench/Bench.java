package studio.ctnr.studio.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.snapshot.Snapshot;
import studio.ctnr.workbench.audit.AuditRecord;
import studio.ctnr.workbench.compare.Comparison;
import studio.ctnr.workbench.icon.Picture;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.inventory.InventoryChange;
import studio.ctnr.workbench.inventory.RetiredContainer;
import studio.ctnr.workbench.jobs.JobRecord;
import studio.ctnr.workbench.problem.WorkbenchException;

/**
 * What the screens ask of the workbench. Each call may take its time and is made off the FX thread; those that change a
 * container are jobs, whose progress {@link #onJobs} tells, and return when the job is over. Listeners are called on a
 * thread that is not theirs.
 */
public interface Bench {
    List<ContainerRecord> containers() throws WorkbenchException;

    void onContainers(Consumer<InventoryChange> listener) throws WorkbenchException;

    /** What the inspector shows beside the record. */
    ContainerDetails details(ContainerRecord container) throws WorkbenchException;

    /**
     * The picture of a container's program; empty where it has none.
     *
     * @param size how wide it is to be shown, in pixels
     */
    Optional<Picture> icon(ContainerRecord container, int size);

    /** What was done with a container, newest first. */
    List<AuditRecord> history(String id, int limit) throws WorkbenchException;

    void setTags(String id, SortedSet<String> tags) throws WorkbenchException;

    /** The latest jobs of all programs, newest first. */
    List<JobRecord> jobs(int limit) throws WorkbenchException;

    void onJobs(Consumer<JobRecord> listener) throws WorkbenchException;

    void cancel(long job) throws WorkbenchException;

    /** The capture projects, newest first. */
    List<CaptureSummary> captures() throws WorkbenchException;

    /**
     * @param source a {@code .ctnr} or a container's folder
     * @param id another one than its own, where that is taken
     */
    ContainerRecord importFrom(Path source, Optional<String> id) throws WorkbenchException, InterruptedException;

    void export(ContainerRecord container, Path file) throws WorkbenchException, InterruptedException;

    ContainerRecord duplicate(ContainerRecord container, String id, String name)
            throws WorkbenchException, InterruptedException;

    void snapshot(ContainerRecord container, String label) throws WorkbenchException, InterruptedException;

    /** A container's states, oldest first. */
    List<Snapshot> snapshots(ContainerRecord container) throws WorkbenchException;

    /** Gives a container the state of a snapshot; what it is now becomes a snapshot first. */
    void restore(ContainerRecord container, Snapshot snapshot) throws WorkbenchException, InterruptedException;

    void deleteSnapshot(ContainerRecord container, Snapshot snapshot) throws WorkbenchException, InterruptedException;

    /** What was retired and is not gone yet, the latest first. */
    List<RetiredContainer> trash() throws WorkbenchException;

    /** Deletes a retired container for good. */
    void purge(RetiredContainer container) throws WorkbenchException, InterruptedException;

    void retire(ContainerRecord container) throws WorkbenchException, InterruptedException;

    /**
     * Takes {@link #retire} back.
     *
     * @param name its token in the trash, or an id: the latest of that
     */
    void bringBack(String name) throws WorkbenchException, InterruptedException;

    /**
     * Starts a container; returns when its last process has ended.
     *
     * @param entryPoint empty: the default one
     */
    void run(ContainerRecord container, Optional<String> entryPoint) throws WorkbenchException, InterruptedException;

    /**
     * Runs a container on a clean machine and looks what it leaves there; the inventory keeps the result.
     *
     * @return how many traces it left
     */
    int checkLeaks(ContainerRecord container) throws WorkbenchException, InterruptedException;

    /**
     * Compares two containers without unpacking them.
     *
     * @param first the path of a {@code .ctnr}, a container's folder or a capture project, or an id
     */
    Comparison compare(String first, String second) throws WorkbenchException, InterruptedException;

    /**
     * Reads the hives of what {@link #compare} takes.
     *
     * @return by the paths of their root keys: {@code HKCU} and {@code HKLM\Software}
     */
    Map<String, Hive> hives(String source) throws WorkbenchException, InterruptedException;

    /** Makes a container without an installer. */
    ContainerRecord create(NewContainer container) throws WorkbenchException, InterruptedException;

    /** Makes a container of what a capture project selects. */
    ContainerRecord build(CaptureSummary capture, NewContainer container)
            throws WorkbenchException, InterruptedException;

    /** Templates that a new container can be made from: their names, in order. */
    List<String> templates() throws WorkbenchException;
}
