package studio.ctnr.workbench.life;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.ctnr.container.FileTree;
import studio.ctnr.workbench.audit.Caller;
import studio.ctnr.workbench.audit.Operation;
import studio.ctnr.workbench.internal.session.ContainerLocks.Held;
import studio.ctnr.workbench.inventory.ContainerFacts;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.inventory.Inventory;
import studio.ctnr.workbench.inventory.RetiredContainer;
import studio.ctnr.workbench.inventory.Trash;
import studio.ctnr.workbench.jobs.Job;
import studio.ctnr.workbench.jobs.JobKind;
import studio.ctnr.workbench.jobs.JobRequest;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Takes containers out of the inventory, to a trash from which they come back until it is purged. */
public final class RetireService {
    private static final Logger LOG = LoggerFactory.getLogger(RetireService.class);

    private final LifeContext life;
    private final Trash trash;

    /** Made by the workbench. */
    public RetireService(LifeContext life, Trash trash) {
        this.life = life;
        this.trash = trash;
    }

    /** Retires a container that does not run. The folder of a linked one stays where it is. */
    public Job<RetiredContainer> retire(String id, Caller caller) throws WorkbenchException {
        ContainerRecord container = life.inventory().get(id);
        JobRequest request =
                JobRequest.of(JobKind.RETIRE, Operation.RETIRE, id, "Retire " + container.name(), caller, "");
        return life.jobs().submit(request, job -> leave(id));
    }

    /** As part of another job. */
    RetiredContainer leave(String id) throws Exception {
        return life.alone(id, current -> {
            String token = id + "-" + UUID.randomUUID().toString().substring(0, 8);
            RetiredContainer leaving = trash.leave(current, token, life.clock().instant());
            try {
                if (!leaving.linked()) {
                    Files.createDirectories(life.trash());
                    Files.move(current.folder(), place(leaving), StandardCopyOption.ATOMIC_MOVE);
                }
            } catch (IOException failure) {
                trash.forget(leaving);
                throw failure;
            }
            trash.left(leaving);
            return leaving;
        });
    }

    /** Undoes it: the container is where it was, with its tags. */
    public Job<ContainerRecord> bringBack(RetiredContainer container, Caller caller) throws WorkbenchException {
        JobRequest request = JobRequest.of(
                JobKind.RETIRE, Operation.BRING_BACK, container.id(), "Bring back " + container.name(), caller, "");
        return life.jobs().submit(request, job -> back(container));
    }

    /** As part of another job. */
    ContainerRecord back(RetiredContainer container) throws IOException, WorkbenchException {
        try (Held _ = life.locks().hold(container.id())) {
            RetiredContainer retired = trash.get(container.token());
            if (life.inventory().find(retired.id()).isPresent()) {
                throw Inventory.taken(retired.id());
            }
            if (!retired.linked()) {
                moveBack(retired);
            }
            return trash.back(retired, ContainerFacts.read(retired.folder()));
        }
    }

    private void moveBack(RetiredContainer retired) throws IOException, WorkbenchException {
        if (Files.exists(retired.folder(), LinkOption.NOFOLLOW_LINKS)) {
            throw new WorkbenchException(
                    ProblemCode.IN_THE_WAY, retired.folder() + " is in the way", "Move it away, and try again");
        }
        Files.move(place(retired), retired.folder(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes a retired container for good; a linked one is only forgotten. */
    public Job<RetiredContainer> purge(RetiredContainer container, Caller caller) throws WorkbenchException {
        JobRequest request =
                JobRequest.of(JobKind.PURGE, Operation.PURGE, container.id(), "Purge " + container.name(), caller, "");
        return life.jobs().submit(request, job -> {
            RetiredContainer retired = trash.get(container.token());
            if (!retired.linked()) {
                job.leftover(place(retired));
            }
            trash.forget(retired);
            if (!retired.linked()) {
                FileTree.delete(place(retired));
            }
            return retired;
        });
    }

    private Path place(RetiredContainer container) {
        return life.trash().resolve(container.token());
    }

    /** Finishes what programs that were killed have begun. */
    public void recover() throws WorkbenchException, IOException {
        for (RetiredContainer leaving : trash.leaving()) {
            recover(leaving, () -> {
                if (Files.exists(place(leaving))) {
                    trash.left(leaving);
                } else {
                    trash.forget(leaving);
                }
            });
        }
        for (RetiredContainer retired : trash.list()) {
            boolean wasBack = !retired.linked()
                    && !Files.exists(place(retired))
                    && Files.exists(retired.folder())
                    && life.inventory().at(retired.folder()).isEmpty();
            if (wasBack) {
                recover(retired, () -> trash.back(retired, ContainerFacts.read(retired.folder())));
            }
        }
    }

    private interface Step {
        void run() throws WorkbenchException, IOException;
    }

    /** One that somebody works on is left to them. */
    private void recover(RetiredContainer container, Step step) throws WorkbenchException, IOException {
        Optional<Held> held = Optional.empty();
        try {
            held = Optional.of(life.locks().hold(container.id()));
            step.run();
        } catch (WorkbenchException | IOException failure) {
            LOG.warn("What had happened to {} can't be told", container.id(), failure);
        } finally {
            if (held.isPresent()) {
                held.get().close();
            }
        }
    }
}
