package studio.ctnr.studio.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.ctnr.engine.change.ChangeCounts;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.project.StepRecord;
import studio.ctnr.workbench.problem.Problems;
import studio.ctnr.workbench.problem.WorkbenchException;

/** The capture projects in a folder. */
final class CaptureFolders {
    private static final Logger LOG = LoggerFactory.getLogger(CaptureFolders.class);

    private CaptureFolders() {}

    /** Newest first; none when the folder is not there. */
    static List<CaptureSummary> in(Path folder) throws WorkbenchException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory)
                    .filter(each -> !each.getFileName().toString().startsWith("."))
                    .map(CaptureFolders::summary)
                    .sorted(Comparator.comparing(CaptureSummary::changed).reversed())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new WorkbenchException(Problems.of(e), e);
        }
    }

    private static CaptureSummary summary(Path folder) {
        String name = folder.getFileName().toString().replaceAll("\\.capture$", "");
        try {
            CaptureProject project = CaptureProject.open(folder);
            String installer = project.record().steps().stream()
                    .findFirst()
                    .map(StepRecord::installer)
                    .orElse("");
            return new CaptureSummary(folder, name, installer, project.record().ended(), all(project.counts()), true);
        } catch (IOException e) {
            LOG.debug("{} is no capture project", folder, e);
            return new CaptureSummary(folder, name, "", changed(folder), 0, false);
        }
    }

    private static long all(ChangeCounts counts) {
        return Stream.of(counts.files(), counts.folders(), counts.keys(), counts.values())
                .mapToLong(count -> count.added() + count.changed() + count.deleted())
                .sum();
    }

    private static Instant changed(Path folder) {
        try {
            return Files.getLastModifiedTime(folder).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }
}
