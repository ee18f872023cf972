package studio.ctnr.workbench.life;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.ctnr.engine.build.BuildSettings;
import studio.ctnr.engine.build.ContainerBuild;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.projection.report.Blocker;
import studio.ctnr.engine.projection.report.Note;
import studio.ctnr.engine.projection.report.ProjectionReport;
import studio.ctnr.workbench.audit.Caller;
import studio.ctnr.workbench.audit.Operation;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.inventory.Finding;
import studio.ctnr.workbench.inventory.ProjectRecord;
import studio.ctnr.workbench.inventory.Projects;
import studio.ctnr.workbench.jobs.Job;
import studio.ctnr.workbench.jobs.JobKind;
import studio.ctnr.workbench.jobs.JobRequest;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Makes containers of the inventory of what capture projects select. */
public final class BuildService {
    private final LifeContext life;
    private final Projects projects;

    /** Made by the workbench. */
    public BuildService(LifeContext life, Projects projects) {
        this.life = life;
        this.projects = projects;
    }

    /** What a build made. */
    public record Built(ContainerRecord container, ProjectionReport report) {}

    /**
     * Builds a container into the store. Where the id is not said and the inventory has it already, a number is put
     * behind it.
     */
    public Job<Built> container(Path project, BuildSettings settings, Caller caller) throws WorkbenchException {
        Path folder = project.toAbsolutePath().normalize();
        JobRequest request = new JobRequest(
                JobKind.BUILD,
                "Build " + folder.getFileName(),
                Optional.empty(),
                caller,
                Optional.of(Operation.BUILD),
                folder.toString());
        return life.jobs().submit(request, job -> {
            Arrival arrival = new Arrival(life, job);
            if (settings.id().isPresent()) {
                arrival.claim(settings.id().get());
            }
            ProjectionReport report =
                    new ContainerBuild(CaptureProject.open(folder), settings).folder(arrival.draft(), job);
            String id = settings.id().isPresent()
                    ? settings.id().get()
                    : ContainerIds.free(life.inventory(), report.config().id());
            job.about(id);
            arrival.rename(id, report.config().name());
            ContainerRecord built = arrival.enter(report.config().security().signed());
            life.inventory().setFindings(id, findings(report));
            remember(folder, report, built);
            return new Built(life.inventory().get(id), report);
        });
    }

    private void remember(Path folder, ProjectionReport report, ContainerRecord built)
            throws WorkbenchException, IOException {
        Optional<ProjectRecord> known = projects.find(folder);
        projects.put(new ProjectRecord(
                folder,
                report.config().name(),
                ProjectRecord.State.BUILT,
                known.flatMap(ProjectRecord::installer),
                Optional.of(built.id()),
                known.isPresent()
                        ? known.get().created()
                        : Files.getLastModifiedTime(folder.resolve("project.yml"))
                                .toInstant(),
                life.clock().instant()));
    }

    /** What a build report holds that is still worth knowing later. */
    static List<Finding> findings(ProjectionReport report) {
        List<Finding> findings = new ArrayList<>();
        for (Blocker blocker : report.blockers()) {
            findings.add(new Finding(
                    Finding.Severity.valueOf(blocker.severity().name()),
                    word(blocker.kind()),
                    blocker.subject(),
                    blocker.sentence(),
                    blocker.remedy()));
        }
        for (Note note : report.notes()) {
            if (note.topic() == Note.Topic.GUESS || note.topic() == Note.Topic.DAMAGED) {
                findings.add(
                        new Finding(Finding.Severity.WARNS, word(note.topic()), note.subject(), note.sentence(), ""));
            }
        }
        return findings;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
