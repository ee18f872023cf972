package studio.ctnr.workbench.life;

import java.util.Optional;
import java.util.Set;
import studio.ctnr.workbench.audit.Caller;
import studio.ctnr.workbench.audit.Operation;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.jobs.Job;
import studio.ctnr.workbench.jobs.JobKind;
import studio.ctnr.workbench.jobs.JobRequest;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Makes a second container of one, with the state it is in; snapshots, logs and temporary files stay behind. */
public final class DuplicateService {
    private static final Set<String> LEFT_BEHIND = Set.of("snapshots", "logs", "temp");

    private final LifeContext life;

    /** Made by the workbench. */
    public DuplicateService(LifeContext life) {
        this.life = life;
    }

    /**
     * @param id the new one's; a free one like the first's when empty
     * @param name the new one's; the first's when empty
     */
    public Job<ContainerRecord> duplicate(String of, Optional<String> id, Optional<String> name, Caller caller)
            throws WorkbenchException {
        ContainerRecord original = life.inventory().get(of);
        String wanted = id.isPresent() ? id.get() : ContainerIds.free(life.inventory(), of);
        ContainerIds.checked(wanted);
        JobRequest request = JobRequest.of(
                JobKind.DUPLICATE, Operation.DUPLICATE, of, "Duplicate " + original.name(), caller, "as " + wanted);
        return life.jobs()
                .submit(
                        request,
                        job -> life.alone(of, current -> {
                            Arrival arrival = new Arrival(life, job);
                            arrival.refuseTaken(wanted);
                            new FolderCopy(current.folder(), LEFT_BEHIND, current.size(), job).to(arrival.draft());
                            arrival.rename(wanted, name.orElse(current.name()));
                            ContainerRecord copy = arrival.enter(current.signed());
                            life.inventory().setTags(copy.id(), current.tags());
                            life.inventory().setFindings(copy.id(), current.findings());
                            return life.inventory().get(copy.id());
                        }));
    }
}
