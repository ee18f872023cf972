package studio.ctnr.workbench.life;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.snapshot.SnapshotStore;
import studio.ctnr.engine.run.RunException;
import studio.ctnr.engine.run.RuntimeHost;
import studio.ctnr.workbench.internal.db.Database;
import studio.ctnr.workbench.internal.session.ContainerLocks;
import studio.ctnr.workbench.internal.session.ContainerLocks.Held;
import studio.ctnr.workbench.inventory.ContainerFacts;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.inventory.Inventory;
import studio.ctnr.workbench.jobs.Jobs;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

/**
 * What the services of a container's life share.
 *
 * @param containers where containers of the store lie
 * @param trash where retired ones lie
 * @param captures where capture projects lie that nobody gave another place
 * @param host starts applications; empty on a system that can't
 */
@SuppressWarnings("exports")
public record LifeContext(
        Database database,
        Inventory inventory,
        Jobs jobs,
        ContainerLocks locks,
        Path containers,
        Path trash,
        Path captures,
        Optional<RuntimeHost> host,
        Clock clock) {
    private static final Logger LOG = LoggerFactory.getLogger(LifeContext.class);

    /** The host that this system has. */
    public static Optional<RuntimeHost> findHost() {
        try {
            return Optional.of(RuntimeHost.here());
        } catch (RunException none) {
            return Optional.empty();
        }
    }

    /** A piece of work on one container's folder. */
    @FunctionalInterface
    interface Work<T> {
        T with(ContainerRecord container) throws Exception;
    }

    /**
     * Does {@code work} while no other process works on the container, and its application does not run.
     *
     * @throws WorkbenchException {@link ProblemCode#BUSY} or {@link ProblemCode#RUNNING}
     */
    <T> T alone(String id, Work<T> work) throws Exception {
        try (Held _ = locks.hold(id)) {
            ContainerRecord container = inventory.get(id);
            refuseRunning(container);
            recover(container.container());
            return work.with(container);
        }
    }

    /** A state that a killed process was going back to is finished first. */
    static void recover(ContainerFolder folder) throws IOException {
        SnapshotStore.recover(folder);
    }

    /**
     * Takes over what a container's folder says after its application ran. What was done is done: a folder that can't be
     * read now is not its failure, and stays known as it was.
     */
    void lookAgain(String id) {
        try {
            inventory.refresh(id, ContainerFacts.read(inventory.get(id).folder()));
        } catch (IOException | WorkbenchException failure) {
            LOG.warn("What the container {} holds now can't be read", id, failure);
        }
    }

    private void refuseRunning(ContainerRecord container) throws WorkbenchException {
        if (isRunning(container)) {
            throw new WorkbenchException(ProblemCode.RUNNING, container.name() + " runs", "Close it, and try again");
        }
    }

    boolean isRunning(ContainerRecord container) {
        return host.isPresent() && host.get().isRunning(container.container());
    }

    /** Where a new container of the store is to lie. */
    Path placeOf(String id) {
        return containers.resolve(id);
    }
}
