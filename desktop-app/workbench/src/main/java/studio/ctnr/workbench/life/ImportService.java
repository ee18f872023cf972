package studio.ctnr.workbench.life;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.archive.Archive;
import studio.ctnr.container.archive.ArchiveExtraction;
import studio.ctnr.container.archive.manifest.ArchiveInfo;
import studio.ctnr.workbench.audit.Caller;
import studio.ctnr.workbench.audit.Operation;
import studio.ctnr.workbench.inventory.ContainerFacts;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.jobs.Job;
import studio.ctnr.workbench.jobs.JobContext;
import studio.ctnr.workbench.jobs.JobKind;
import studio.ctnr.workbench.jobs.JobRequest;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Takes containers in: archives and folders. What is not wholly what it says leaves nothing behind. */
public final class ImportService {
    private final LifeContext life;

    /** Made by the workbench. */
    public ImportService(LifeContext life) {
        this.life = life;
    }

    /** How a container comes in. */
    public enum Way {
        /** Into the store; the original is not needed any more. */
        COPY,
        /** A folder stays where it is, and is known from now on. */
        LINK
    }

    /**
     * Takes in a {@code .ctnr} or a container's folder.
     *
     * @param id another id than its own; needed when the inventory has that one already
     */
    public Job<ContainerRecord> take(Path source, Way way, Optional<String> id, Caller caller)
            throws WorkbenchException {
        Path path = source.toAbsolutePath().normalize();
        JobRequest request = new JobRequest(
                JobKind.IMPORT,
                "Import " + path.getFileName(),
                Optional.empty(),
                caller,
                Optional.of(Operation.IMPORT),
                path.toString());
        if (Files.isDirectory(path)) {
            return life.jobs().submit(request, job -> way == Way.LINK ? link(path, job) : copy(path, id, job));
        }
        return life.jobs().submit(request, job -> unpack(path, id, job));
    }

    private ContainerRecord unpack(Path file, Optional<String> id, JobContext job) throws Exception {
        try (Archive archive = Archive.open(file)) {
            ArchiveInfo info = archive.manifest().info();
            Arrival arrival = new Arrival(life, job);
            arrival.claim(id.orElse(info.id()));
            new ArchiveExtraction(archive).progress(job).to(arrival.draft());
            refuseOtherId(arrival.draft(), info.id());
            if (id.isPresent()) {
                arrival.rename(id.get(), info.name());
            }
            return arrival.enter(archive.isSigned());
        }
    }

    /** The manifest is what people were shown; config.yml is what holds. */
    private static void refuseOtherId(Path folder, String promised) throws IOException, WorkbenchException {
        String found = ContainerFacts.read(folder).config().id();
        if (!found.equals(promised)) {
            throw new WorkbenchException(
                    ProblemCode.NOT_AS_PROMISED,
                    "The archive says that it holds " + promised + ", and its config.yml says " + found,
                    "Ask whoever made it for another one");
        }
    }

    private ContainerRecord copy(Path folder, Optional<String> id, JobContext job) throws Exception {
        ContainerFacts facts = ContainerFacts.read(folder);
        refuseRunning(folder);
        Arrival arrival = new Arrival(life, job);
        arrival.claim(id.orElse(facts.config().id()));
        new FolderCopy(folder, Set.of(), facts.size(), job).to(arrival.draft());
        if (id.isPresent()) {
            arrival.rename(id.get(), facts.config().name());
        }
        return arrival.enter(facts.config().security().signed());
    }

    private void refuseRunning(Path folder) throws WorkbenchException {
        if (life.host().isPresent() && life.host().get().isRunning(new ContainerFolder(folder))) {
            throw new WorkbenchException(ProblemCode.RUNNING, folder + " runs", "Close it, and try again");
        }
    }

    private ContainerRecord link(Path folder, JobContext job) throws Exception {
        ContainerFacts facts = ContainerFacts.read(folder);
        ContainerIds.checked(facts.config().id());
        job.about(facts.config().id());
        if (folder.startsWith(life.trash())) {
            throw new WorkbenchException(
                    ProblemCode.BAD_VALUE, folder + " was retired", "Bring it back from the trash instead");
        }
        Optional<ContainerRecord> known = life.inventory().at(folder);
        return known.isPresent()
                ? life.inventory().refresh(known.get().id(), facts)
                : life.inventory()
                        .add(
                                facts,
                                folder,
                                !folder.startsWith(life.containers()),
                                facts.config().security().signed(),
                                life.clock().instant());
    }
}
