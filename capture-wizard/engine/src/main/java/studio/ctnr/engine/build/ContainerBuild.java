package studio.ctnr.engine.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import studio.ctnr.container.Progress;
import studio.ctnr.engine.amend.Amendments;
import studio.ctnr.engine.amend.Described;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.project.StepRecord;
import studio.ctnr.engine.projection.Projection;
import studio.ctnr.engine.projection.ProjectionSettings;
import studio.ctnr.engine.projection.report.ProjectionReport;
import studio.ctnr.engine.rules.Selection;

/** Makes a container's folder of what a capture project selects. The same project makes the same bytes. */
public final class ContainerBuild {
    private final CaptureProject project;
    private final BuildSettings settings;

    public ContainerBuild(CaptureProject project, BuildSettings settings) {
        this.project = project;
        this.settings = settings;
    }

    /**
     * Writes the container to {@code goal}, to be run or edited there.
     *
     * @param goal nothing is there yet, or an empty folder
     * @throws BuildException when the installer failed, or nothing is selected
     */
    public ProjectionReport folder(Path goal, Progress progress) throws IOException {
        return project(goal, false, Amendments.read(project.amendments()), progress);
    }

    /**
     * Writes the container to {@code goal} only to be packed and deleted: its files may be the project's own, by hard
     * links.
     */
    public ProjectionReport scratchFolder(Path goal, Progress progress) throws IOException {
        return project(goal, true, Amendments.read(project.amendments()), progress);
    }

    /**
     * Likewise, to be looked at: what the engineer says of the application is left out, so that it is seen what was found.
     */
    public ProjectionReport asFound(Path goal, Progress progress) throws IOException {
        return project(goal, true, Amendments.read(project.amendments()).with(Described.NOTHING), progress);
    }

    private ProjectionReport project(Path goal, boolean scratch, Amendments amendments, Progress progress)
            throws IOException {
        refuseFailed();
        Selection selection = Selection.of(project);
        if (selection.included().total() == 0) {
            throw new BuildException("Nothing in " + project.root()
                    + " is selected, so there is nothing to build; see: ctnr diff --all " + project.root());
        }
        List<StepRecord> steps = project.record().steps();
        ProjectionSettings projection = ProjectionSettings.DEFAULT
                .identity(settings.id(), settings.name(), settings.version())
                .installer(steps.isEmpty() ? "" : steps.getFirst().installer())
                .texts(settings.texts())
                .amendments(amendments, project.icons())
                .runtime(true)
                .linkFiles(scratch);
        return Projection.project(selection, projection, goal, progress);
    }

    private void refuseFailed() throws BuildException {
        if (settings.failedToo()) {
            return;
        }
        for (StepRecord step : project.record().steps()) {
            if (!step.succeeded()) {
                throw new BuildException(
                        "The installer %s %s when %s was captured; capture again, or build it all the same"
                                .formatted(
                                        step.installer(),
                                        step.exitCode().isPresent()
                                                ? "failed with exit code "
                                                        + step.exitCode().getAsLong()
                                                : "did not end",
                                        project.root()));
            }
        }
    }
}
