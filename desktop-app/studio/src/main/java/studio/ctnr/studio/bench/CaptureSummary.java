package studio.ctnr.studio.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import studio.ctnr.workbench.inventory.ProjectRecord;

/**
 * A capture project, for a list.
 *
 * @param name of the application, or of the installer while nobody knows more
 * @param installer the file's name; empty before one was chosen
 * @param container the id of the container that was built of it
 */
public record CaptureSummary(
        Path folder,
        String name,
        ProjectRecord.State state,
        Optional<String> installer,
        Optional<String> container,
        Instant changed) {
    static CaptureSummary of(ProjectRecord project) {
        return new CaptureSummary(
                project.folder(),
                project.name(),
                project.state(),
                project.installer(),
                project.container(),
                project.changed());
    }
}
