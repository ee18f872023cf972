package studio.ctnr.engine.projection.report;

import java.util.List;
import java.util.Objects;
import studio.ctnr.container.config.ContainerConfig;

/**
 * What a projection made, understood, and could not do.
 *
 * @param config what was written to {@code config.yml}
 * @param counts how much went into the container
 * @param portability traces of the capture machine
 * @param blockers what a container can't give the application
 * @param notes what else is worth knowing
 * @param startable the captured files that can be started or opened, as an entry point names them
 */
public record ProjectionReport(
        ContainerConfig config,
        Counts counts,
        Portability portability,
        List<Blocker> blockers,
        List<Note> notes,
        List<String> startable) {
    public ProjectionReport {
        Objects.requireNonNull(config);
        blockers = List.copyOf(blockers);
        notes = List.copyOf(notes);
        startable = List.copyOf(startable);
    }

    /**
     * How much went into the container.
     *
     * @param files without those that stand for a deletion
     * @param folders that the capture named
     * @param bytes of the files
     * @param keys registry keys that were added or hold a change
     * @param values registry values without those that stand for a deletion
     * @param whiteouts deletions of files, folders, keys and values
     */
    public record Counts(long files, long folders, long bytes, long keys, long values, long whiteouts) {}
}
