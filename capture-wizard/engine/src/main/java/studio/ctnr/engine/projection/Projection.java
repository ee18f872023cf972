package studio.ctnr.engine.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.Progress;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.projection.internal.folder.Staging;
import studio.ctnr.engine.projection.report.ProjectionReport;
import studio.ctnr.engine.rules.Selection;

/**
 * Makes a container folder of the selected changes of a capture: files and registry in their places, without the capture
 * machine's own names, and a {@code config.yml} that says what the application registered.
 *
 * <p>Equal changes and settings make equal bytes. The project is only read.
 */
public final class Projection {
    private Projection() {}

    /**
     * Projects what a selection includes; what it excludes is still looked at where an advertised shortcut needs it.
     *
     * @see #project(ChangeSet, ProjectionSettings, Path, Progress)
     */
    public static ProjectionReport project(
            Selection selection, ProjectionSettings settings, Path goal, Progress progress) throws IOException {
        return project(
                settings.amendments().over(new SelectedChanges(selection)),
                settings.unfiltered(selection.changes()),
                goal,
                progress);
    }

    /**
     * Projects a change set as a whole.
     *
     * @param selected the changes that are to go in, and no others
     * @param goal where the container is to lie: nothing, or an empty folder; its parent exists
     * @param progress hears of bytes; the total is not known
     * @throws ProjectionException when the goal is taken, or the selection can't be a container
     */
    public static ProjectionReport project(
            ChangeSet selected, ProjectionSettings settings, Path goal, Progress progress) throws IOException {
        check(goal);
        try (Staging staging = Staging.beside(goal)) {
            ContainerFolder folder = ContainerFolder.create(staging.folder());
            ProjectionReport report = new Layers(selected, settings, folder, progress).write();
            staging.commit();
            return report;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void check(Path goal) throws IOException {
        Path parent = goal.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new ProjectionException("A container can't be made at " + goal + ": its folder does not exist");
        }
        if (Files.isDirectory(goal, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(goal)) {
                if (!entries.iterator().hasNext()) {
                    return;
                }
            }
        }
        if (Files.exists(goal, LinkOption.NOFOLLOW_LINKS)) {
            throw new ProjectionException(
                    goal + " is in the way: a container needs a new place; remove it or choose another name");
        }
    }

    /** Work on one change of a stream. */
    interface Step<T> {
        void accept(T change) throws IOException;
    }

    static <T> void each(Stream<T> changes, Step<T> step) throws IOException {
        try (changes) {
            for (Iterator<T> all = changes.iterator(); all.hasNext(); ) {
                step.accept(all.next());
            }
        }
    }
}
