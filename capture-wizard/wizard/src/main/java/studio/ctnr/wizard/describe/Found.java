package studio.ctnr.wizard.describe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.Progress;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.config.EntryPoint;
import studio.ctnr.engine.build.BuildSettings;
import studio.ctnr.engine.build.ContainerBuild;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.projection.report.ProjectionReport;
import studio.ctnr.engine.projection.text.TextChoice;
import studio.ctnr.wizard.model.DescriptionDraft;
import studio.ctnr.wizard.model.EntryDraft;

/**
 * What a container of the selection would say of itself: the container is made, looked at, and thrown away again. Its
 * files are links to the project's, so that takes little more time than reading them.
 *
 * @param icon the application's, as an .ico file
 */
public record Found(ProjectionReport report, DescriptionDraft draft, Optional<byte[]> icon) {
    private static final String SCRATCH = ".container";

    /** Off the FX thread. */
    static Found in(CaptureProject project, Progress progress) throws IOException {
        Path scratch = project.root().resolve(SCRATCH);
        FileTree.delete(scratch);
        Files.createDirectories(scratch);
        try {
            BuildSettings settings =
                    new BuildSettings(Optional.empty(), Optional.empty(), Optional.empty(), TextChoice.USUAL, true);
            Path folder = scratch.resolve("look");
            ProjectionReport report = new ContainerBuild(project, settings).scratchFolder(folder, progress);
            return new Found(report, draft(report.config()), icon(folder, report.config()));
        } finally {
            FileTree.delete(scratch);
        }
    }

    private static DescriptionDraft draft(ContainerConfig config) {
        Optional<EntryPoint> main = config.defaultEntryPoint();
        return new DescriptionDraft(
                config.id(),
                config.name(),
                config.version(),
                config.publisher().orElse(""),
                config.description().orElse(""),
                "",
                config.entrypoints().stream()
                        .map(entry -> new EntryDraft(
                                entry.name(),
                                entry.name(),
                                entry.target(),
                                entry.args().orElse(""),
                                true,
                                main.equals(Optional.of(entry))))
                        .toList(),
                true);
    }

    private static Optional<byte[]> icon(Path folder, ContainerConfig config) throws IOException {
        Optional<Path> file = config.icon()
                .map(name -> folder.resolve(name.replace('\\', '/')).normalize())
                .filter(path -> path.startsWith(folder) && Files.isRegularFile(path));
        return file.isPresent() ? Optional.of(Files.readAllBytes(file.get())) : Optional.empty();
    }
}
