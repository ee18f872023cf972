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
import studio.ctnr.workbench.inventory.RetiredContainer;
import studio.ctnr.workbench.jobs.Job;
import studio.ctnr.workbench.jobs.JobKind;
import studio.ctnr.workbench.jobs.JobRequest;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Makes containers of the inventory of what capture projects select. */
public final class BuildService {
    private final LifeContext life;
    private final Projects projects;
    private final RetireService retiring;

    /** Made by the workbench. */
    public BuildService(LifeContext life, Projects projects, RetireService retiring) {
        this.life = life;
        this.projects = projects;
        this.retiring = retiring;
    }

    /** What a build made. */
    public record Built(ContainerRecord container, ProjectionReport report) {}

    /**
     * Builds a container into the store. Where the id is not said and the inventory has it already, a number is put
     * behind it.
     */
    public Job<Built> container(Path project, BuildSettings settings, Caller caller) throws WorkbenchException {
        return container(project, settings, Optional.empty(), caller);
    }

    /**
     * Likewise, in the place of a container that was built before: once the new one is made, that one is retired, and its
     * id is free. Nothing is done to it when the build fails, or when it runs.
     *
     * @param replaced its id
     */
    public Job<Built> container(Path project, BuildSettings settings, Optional<String> replaced, Caller caller)
            throws WorkbenchException {
        Path folder = project.toAbsolutePath().normalize();
        JobRequest request = new JobRequest(
                JobKind.BUILD,
                "Build " + folder.getFileName()
                        + replaced.map(id -> " in the place of " + id).orElse(""),
                Optional.empty(),
                caller,
                Optional.of(Operation.BUILD),
                folder.toString());
        return life.jobs().submit(request, job -> {
            Arrival arrival = new Arrival(life, job);
            if (replaced.isPresent()) {
                life.alone(replaced.get(), current -> current);
            }
            if (settings.id().isPresent() && !settings.id().equals(replaced)) {
                arrival.claim(settings.id().get());
            }
            ProjectionReport report =
                    new ContainerBuild(CaptureProject.open(folder), settings).folder(arrival.draft(), job);
            String id = settings.id().isPresent()
                    ? settings.id().get()
                    : ContainerIds.free(life.inventory(), report.config().id(), replaced);
            job.about(id);
            arrival.rename(id, report.config().name());
            ContainerRecord built = enter(arrival, report, replaced);
            life.inventory().setFindings(id, findings(report));
            remember(folder, report, built);
            return new Built(life.inventory().get(id), report);
        });
    }

    private ContainerRecord enter(Arrival arrival, ProjectionReport report, Optional<String> replaced)
            throws Exception {
        Optional<RetiredContainer> left =
                replaced.isPresent() ? Optional.of(retiring.leave(replaced.get())) : Optional.empty();
        try {
            return arrival.enter(report.config().security().signed());
        } catch (IOException | WorkbenchException | RuntimeException failure) {
            if (left.isPresent()) {
                try {
                    retiring.back(left.get());
                } catch (IOException | WorkbenchException stays) {
                    failure.addSuppressed(stays); // it is in the trash, from where it can be brought back
                }
            }
            throw failure;
        }
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
