package studio.ctnr.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.ArchiveBuilder;
import studio.ctnr.container.archive.manifest.ArchiveInfo;
import studio.ctnr.container.archive.manifest.Manifest;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.engine.build.BuildSettings;
import studio.ctnr.engine.build.ContainerBuild;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.projection.report.ProjectionReport;

/**
 * Makes a {@code .ctnr}, of a container's folder or of a capture project.
 *
 * @param settings how a project becomes a container
 * @param level of zstd, 1 to 22
 * @param threads one for each processor when empty
 * @param replace whether an archive that is there already is replaced
 */
record ContainerPacking(BuildSettings settings, int level, Optional<Integer> threads, boolean replace) {

    /** What came of a project. */
    record Packed(ProjectionReport report, Manifest manifest) {}

    /** Packs a container's folder. */
    Manifest pack(Path folder, Path archive, Progress progress) throws IOException {
        ContainerConfig config = ConfigDocument.load(new ContainerFolder(folder).config());
        ArchiveInfo info = new ArchiveInfo(
                config.id(),
                config.name(),
                config.version(),
                "ctnr " + Version.number(),
                config.runtime().build().orElse(""));
        ArchiveBuilder builder =
                new ArchiveBuilder(info).level(level).replace(replace).progress(progress);
        threads.ifPresent(builder::threads);
        return builder.build(folder, archive);
    }

    /** Packs what a project selects. The folder between the two lies in the project, and does not stay. */
    Packed pack(CaptureProject project, Path archive, Progress progress) throws IOException {
        try (ScratchFolder scratch = ScratchFolder.in(project.root())) {
            Path folder = scratch.path().resolve("container");
            ProjectionReport report = new ContainerBuild(project, settings).scratchFolder(folder, progress);
            return new Packed(report, pack(folder, archive, progress));
        }
    }
}
