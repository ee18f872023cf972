package studio.ctnr.workbench.life;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.workbench.internal.session.ContainerLocks.Held;
import studio.ctnr.workbench.inventory.ContainerFacts;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.inventory.Inventory;
import studio.ctnr.workbench.jobs.JobContext;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

/**
 * How a new container comes into the store: made in a folder that nobody sees, looked at, renamed to its place in one
 * step, and then entered. Whatever goes wrong, or whenever the program dies, nothing stays.
 */
final class Arrival {
    private final LifeContext life;
    private final JobContext job;
    private final Path draft;

    Arrival(LifeContext life, JobContext job) throws IOException, WorkbenchException {
        this.life = life;
        this.job = job;
        Files.createDirectories(life.containers());
        this.draft = life.containers().resolve(".arriving-" + job.number());
        job.leftover(draft);
        // where an extraction to it works
        job.leftover(draft.resolveSibling("." + draft.getFileName() + ".ctnr-staging"));
    }

    /** Where the container is to be made: nothing is there yet. */
    Path draft() {
        return draft;
    }

    /** The job is about this container from now on; refuses an id that is taken, before any work is put into it. */
    void claim(String id) throws WorkbenchException {
        refuseTaken(id);
        job.about(id);
    }

    void refuseTaken(String id) throws WorkbenchException {
        ContainerIds.checked(id);
        if (life.inventory().find(id).isPresent()) {
            throw Inventory.taken(id);
        }
    }

    /** Gives the container another id and name. */
    void rename(String id, String name) throws IOException {
        Path file = draft.resolve("config.yml");
        ConfigDocument document = ConfigDocument.read(file);
        ConfigDocument edited = set(set(document, "id", id), "name", name);
        if (!edited.text().equals(document.text())) {
            edited.write(file);
        }
    }

    private static ConfigDocument set(ConfigDocument document, String setting, String value) {
        return document.get(setting).filter(value::equals).isPresent() ? document : document.set(setting, value);
    }

    /** Puts it in its place and enters it. */
    ContainerRecord enter(boolean signed) throws IOException, WorkbenchException {
        ContainerFacts facts = ContainerFacts.read(draft);
        String id = facts.config().id();
        refuseTaken(id);
        try (Held _ = life.locks().hold(id)) {
            Path goal = life.placeOf(id);
            if (Files.exists(goal, LinkOption.NOFOLLOW_LINKS)) {
                throw new WorkbenchException(
                        ProblemCode.IN_THE_WAY,
                        goal + " is in the way, and is no container of the inventory",
                        "Import that folder, or move it away");
            }
            job.checkCancelled();
            job.leftover(goal);
            Files.move(draft, goal, StandardCopyOption.ATOMIC_MOVE);
            return life.inventory().add(facts, goal, false, signed, life.clock().instant());
        }
    }
}
