package studio.ctnr.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.ctnr.engine.change.ChangeCounts;
import studio.ctnr.engine.change.ChangeSet;

/**
 * A capture on disk: a folder of text files and captured content that can be reopened, copied and kept in version
 * control.
 *
 * <pre>
 * project.yml             what was captured, on which machine, and how much changed
 * changes/files.jsonl     one changed file or folder a line
 * changes/registry.jsonl  one changed key or value a line
 * changes/processes.jsonl one process of the installation a line
 * content/C/…             the bytes of the files that were added or changed
 * before/C/…              the bytes that changed files had before, up to 1 MB each
 * verdicts.yml            what the engineer includes and excludes
 * amendments.yml          what the engineer changes of it
 * icons/*.ico             icons that amendments.yml names
 * rules/*.yml             rules of this project alone
 * logs/, screenshots/     of the capture
 * </pre>
 *
 * A new one is made by a {@link CaptureDraft}. The formats are described in {@code docs/project.md}.
 */
public final class CaptureProject {
    /** The version of the folder's format that is written here, and the newest that is read. */
    public static final int FORMAT = 2;

    private final ProjectFolder folder;
    private final CaptureRecord record;
    private final ChangeCounts counts;

    CaptureProject(ProjectFolder folder, CaptureRecord record, ChangeCounts counts) {
        this.folder = folder;
        this.record = record;
        this.counts = counts;
    }

    /**
     * Opens a project; its changes are read only when they are asked for.
     *
     * @throws ProjectException when the folder is no project, was written by a newer version, or is damaged
     */
    public static CaptureProject open(Path root) throws IOException {
        ProjectFolder folder = new ProjectFolder(root);
        if (!Files.isDirectory(root)) {
            throw new ProjectException(root + " is no capture project: there is no such folder");
        }
        if (!Files.isRegularFile(folder.description())) {
            throw new ProjectException(
                    Files.exists(folder.workspace())
                            ? root + " holds a capture that did not finish: capture again into this folder"
                            : root + " is no capture project: it has no project.yml. ctnr capture makes one");
        }
        return ProjectDescription.read(folder);
    }

    public Path root() {
        return folder.root();
    }

    public CaptureRecord record() {
        return record;
    }

    /** How much the capture changed, before any rule. */
    public ChangeCounts counts() {
        return counts;
    }

    /**
     * The change set, read from disk as it is asked for. A damaged line ends a stream with an
     * {@link java.io.UncheckedIOException} whose cause is a {@link ProjectException} that names it.
     */
    public ChangeSet changes() {
        return new StoredChanges(folder, record.machine());
    }

    /** {@code project.yml}: what an engineer adds there by hand is kept. */
    public Path description() {
        return folder.description();
    }

    /** Where the bytes of the changed files lie: {@code C/Program Files/…} below this. */
    public Path content() {
        return folder.content();
    }

    /** The engineer's own decisions; the file need not exist. */
    public Path verdicts() {
        return folder.verdicts();
    }

    /** What the engineer changes of the capture; the file need not exist. */
    public Path amendments() {
        return folder.amendments();
    }

    /** Where the icons lie that {@link #amendments} names; need not exist. */
    public Path icons() {
        return folder.icons();
    }

    /** Rules of this project alone; the folder need not exist. */
    public Path rules() {
        return folder.rules();
    }

    public Path logs() {
        return folder.logs();
    }

    public Path screenshots() {
        return folder.screenshots();
    }
}
