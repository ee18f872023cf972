package studio.ctnr.wizard.describe;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.Progress;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.config.EntryPoint;
import studio.ctnr.engine.amend.Described;
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
 * @param icons all there are, those that the engineer chose too, by their paths in the container
 */
public record Found(ProjectionReport report, DescriptionDraft draft, Optional<byte[]> icon, Map<String, byte[]> icons) {
    private static final int LARGEST_ICON = 4 << 20;
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
            ProjectionReport report = new ContainerBuild(project, settings).asFound(folder, progress);
            return new Found(
                    report, draft(report.config()), icon(folder, report.config()), icons(folder, project.icons()));
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
                        .map(entry ->
                                EntryDraft.of(entry.name(), entry.target(), entry, main.equals(Optional.of(entry))))
                        .toList());
    }

    private static Optional<byte[]> icon(Path folder, ContainerConfig config) throws IOException {
        Optional<Path> file = config.icon()
                .map(name -> folder.resolve(name.replace('\\', '/')).normalize())
                .filter(path -> path.startsWith(folder) && Files.isRegularFile(path));
        return file.isPresent() ? Optional.of(Files.readAllBytes(file.get())) : Optional.empty();
    }

    private static Map<String, byte[]> icons(Path folder, Path own) throws IOException {
        Map<String, byte[]> icons = new HashMap<>();
        for (Path place : List.of(folder.resolve(Described.ICONS), own)) {
            if (!Files.isDirectory(place)) {
                continue;
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(place, "*.ico")) {
                for (Path file : files) {
                    if (Files.isRegularFile(file) && Files.size(file) <= LARGEST_ICON) {
                        icons.put(Described.ICONS + file.getFileName(), Files.readAllBytes(file));
                    }
                }
            }
        }
        return icons;
    }
}
