package studio.ctnr.wizard.build;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.Progress;
import studio.ctnr.engine.build.BuildSettings;
import studio.ctnr.engine.build.ContainerBuild;
import studio.ctnr.engine.build.FolderBuild;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.projection.report.ProjectionReport;
import studio.ctnr.wizard.model.DescriptionDraft;

/** Makes the container's folder as the engineer described it; what fails half way leaves nothing. */
final class BuildWork {
    /**
     * What was made.
     *
     * @param size of all files, in bytes
     */
    record Built(Path container, ProjectionReport report, long size) {}

    private final CaptureProject project;
    private final DescriptionDraft description;

    BuildWork(CaptureProject project, DescriptionDraft description) {
        this.project = project;
        this.description = description;
    }

    Built into(Path goal, Progress progress) throws IOException {
        BuildSettings settings = new BuildSettings(
                Optional.of(description.id()),
                Optional.of(description.name()),
                Optional.of(description.version()),
                List.of(),
                true);
        ProjectionReport report = new ContainerBuild(project, settings).folder(goal, progress);
        try {
            new DescribedConfig(description).write(goal);
            FolderBuild.renew(goal, false);
            return new Built(goal, report, size(goal));
        } catch (IOException | RuntimeException failure) {
            FileTree.delete(goal);
            throw failure;
        }
    }

    private static long size(Path folder) throws IOException {
        long[] bytes = {0};
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                bytes[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes[0];
    }
}
