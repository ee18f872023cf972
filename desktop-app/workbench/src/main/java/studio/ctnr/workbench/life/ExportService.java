package studio.ctnr.workbench.life;

import java.nio.file.Path;
import studio.ctnr.container.archive.manifest.Manifest;
import studio.ctnr.engine.build.FolderBuild;
import studio.ctnr.workbench.audit.Caller;
import studio.ctnr.workbench.audit.Operation;
import studio.ctnr.workbench.inventory.ContainerFacts;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.jobs.Job;
import studio.ctnr.workbench.jobs.JobKind;
import studio.ctnr.workbench.jobs.JobRequest;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Hands containers out as {@code .ctnr} files. */
public final class ExportService {
    private final LifeContext life;

    /** Made by the workbench. */
    public ExportService(LifeContext life) {
        this.life = life;
    }

    /** What an export made. */
    public record Exported(Path archive, Manifest manifest) {}

    /**
     * Packs a container. Its runtime and hashes are brought up to date first, as {@code ctnr build} does.
     *
     * @param archive the file to write; its folder exists
     */
    public Job<Exported> archive(String id, Path archive, Packing packing, Caller caller) throws WorkbenchException {
        ContainerRecord container = life.inventory().get(id);
        Path goal = archive.toAbsolutePath().normalize();
        JobRequest request = JobRequest.of(
                JobKind.EXPORT, Operation.EXPORT, id, "Export " + container.name(), caller, goal.toString());
        return life.jobs()
                .submit(
                        request,
                        job -> life.alone(id, current -> {
                            FolderBuild.renew(current.folder(), false);
                            Manifest manifest = packing.pack(current.folder(), goal, job);
                            life.inventory().refresh(id, ContainerFacts.read(current.folder()));
                            return new Exported(goal, manifest);
                        }));
    }
}
