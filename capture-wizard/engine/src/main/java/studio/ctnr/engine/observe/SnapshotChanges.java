package studio.ctnr.engine.observe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.CaptureMachine;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.RegistryChange;

/**
 * What changed between two pairs of snapshots, kept in a workspace: {@code content} holds the files that were added or
 * changed, {@code files} the list of file changes. The registry is compared each time it is asked for.
 */
public final class SnapshotChanges implements ChangeSet {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotChanges.class);

    private final CaptureMachine machine;
    private final Snapshots before;
    private final Snapshots after;
    private final Path workspace;

    /**
     * The snapshots of one moment.
     *
     * @param registry what {@code capture.exe snapshot --registry} wrote
     * @param files what {@code capture.exe snapshot --files} wrote
     */
    public record Snapshots(Path registry, Path files) {}

    private SnapshotChanges(CaptureMachine machine, Snapshots before, Snapshots after, Path workspace) {
        this.machine = machine;
        this.before = before;
        this.after = after;
        this.workspace = workspace;
    }

    /**
     * Takes the changes between two moments; content is copied, since the machine goes on living.
     *
     * @param places what the second snapshot of the files was limited to
     * @param location where a file of the machine lies on this host
     * @param workspace where content goes to; the snapshots lie there as well, or stay as long as it does
     */
    public static SnapshotChanges take(
            CaptureMachine machine,
            Snapshots before,
            Snapshots after,
            ChangedPlaces places,
            Function<WindowsPath, Path> location,
            Path workspace)
            throws IOException {
        SnapshotChanges taken = new SnapshotChanges(machine, before, after, workspace);
        try (Stream<FileChange> changes = SnapshotDiff.files(before.files(), after.files(), places);
                FileSpool.Writer files = new FileSpool.Writer(workspace.resolve("files"))) {
            for (Iterator<FileChange> all = changes.iterator(); all.hasNext(); ) {
                FileChange change = all.next();
                if (taken.copyContent(change, location.apply(change.path()))) {
                    files.write(change);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return taken;
    }

    /** Says whether the change stands: a file that was gone or locked before it could be copied is left out. */
    private boolean copyContent(FileChange change, Path from) throws IOException {
        if (change.after().isEmpty() || change.after().get().folder()) {
            return true;
        }
        Path to = content(change.path());
        Files.createDirectories(to.getParent());
        try {
            Files.copy(from, to, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            LOG.warn("Not taken over, since it can't be read: {} ({})", change.path(), e.toString());
            return false;
        }
    }

    @Override
    public CaptureMachine machine() {
        return machine;
    }

    @Override
    public Stream<FileChange> files() throws IOException {
        return FileSpool.read(workspace.resolve("files"));
    }

    @Override
    public Stream<RegistryChange> registry() throws IOException {
        return SnapshotDiff.registry(before.registry(), after.registry());
    }

    @Override
    public Path content(WindowsPath file) {
        Path at = workspace.resolve("content").resolve(String.valueOf(file.drive()));
        for (String name : file.names()) {
            at = at.resolve(name);
        }
        return at;
    }
}
