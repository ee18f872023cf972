package studio.ctnr.engine.project;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import studio.ctnr.container.AtomicFile;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.Progress;
import studio.ctnr.engine.change.ChangeSet;

/**
 * A capture project in the making. The folder becomes a project in one step, at the end of {@link #commit}; a crash
 * before that leaves a folder that is no project, and that the next draft clears.
 */
public final class CaptureDraft implements AutoCloseable {
    private final ProjectFolder folder;
    private final FileChannel channel;
    private boolean committed;

    private CaptureDraft(ProjectFolder folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Begins a project in {@code root}, which need not exist; rules and verdicts may already lie there.
     *
     * @throws ProjectException when a project or something foreign is there already, or another capture is at work
     */
    public static CaptureDraft in(Path root) throws IOException {
        ProjectFolder folder = new ProjectFolder(root.toAbsolutePath().normalize());
        Files.createDirectories(folder.root());
        if (Files.exists(folder.description())) {
            throw new ProjectException(
                    root + " holds a captured project already: give another folder, or remove this one");
        }
        refuseForeign(folder);
        FileChannel channel = lock(folder);
        try {
            FileTree.delete(folder.changes());
            FileTree.delete(folder.content());
            FileTree.delete(folder.before());
            FileTree.delete(folder.workspace());
            Files.createDirectory(folder.workspace());
            return new CaptureDraft(folder, channel);
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    private static void refuseForeign(ProjectFolder folder) throws IOException {
        boolean unfinished = Files.exists(folder.workspace());
        try (Stream<Path> entries = Files.list(folder.root())) {
            List<String> foreign = entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !ProjectFolder.BEFORE_CAPTURE.contains(AtomicFile.written(name))
                            && !(unfinished && ProjectFolder.OF_CAPTURE.contains(name)))
                    .sorted()
                    .toList();
            if (!foreign.isEmpty()) {
                throw new ProjectException("%s is not empty (it holds %s): give an empty or a new folder"
                        .formatted(folder.root(), foreign.getFirst()));
            }
        }
    }

    private static FileChannel lock(ProjectFolder folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException sameProcess) {
            // told below, as for another process
        }
        channel.close();
        throw new ProjectException("Another capture is writing to " + folder.root() + ": wait for it to end");
    }

    /** A folder for the sandbox to work in, on the project's file system; removed in the end. */
    public Path workspace() {
        return folder.workspace();
    }

    /**
     * Where captured content is best put ({@code C/Program Files/…} below it): what lies here is not copied again. It
     * need not exist.
     */
    public Path content() {
        return folder.workspace().resolve("content");
    }

    /** Rules of the project alone; the folder need not exist. */
    public Path rules() {
        return folder.rules();
    }

    /** Stays when the capture fails. */
    public Path logs() throws IOException {
        return Files.createDirectories(folder.logs());
    }

    /** Stays when the capture fails. */
    public Path screenshots() throws IOException {
        return Files.createDirectories(folder.screenshots());
    }

    /**
     * Makes the folder a project that holds {@code changes} and their content.
     *
     * @param progress hears of every change; the total is not known before
     * @throws ProjectException when the change set is not what {@link ChangeSet} promises
     */
    public CaptureProject commit(CaptureRecord record, ChangeSet changes, Progress progress) throws IOException {
        if (committed) {
            throw new IllegalStateException("committed already");
        }
        CaptureProject project = new CaptureWriter(folder, content(), changes, progress).write(record);
        committed = true;
        return project;
    }

    /** Removes the workspace, and the folder too when nothing was committed and nothing else lies there. */
    @Override
    public void close() throws IOException {
        try {
            FileTree.delete(folder.workspace());
            if (!committed) {
                FileTree.delete(folder.changes());
                FileTree.delete(folder.content());
                FileTree.delete(folder.before());
            }
        } finally {
            channel.close();
            Files.deleteIfExists(folder.lock());
        }
        if (!committed) {
            deleteIfEmpty(folder.root());
        }
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException holdsSomething) {
            // then it stays
        }
    }
}
