package studio.ctnr.container.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.internal.DiskSync;
import studio.ctnr.container.archive.internal.Staging;
import studio.ctnr.container.archive.internal.TreeWriter;
import studio.ctnr.container.archive.manifest.ArchiveException;
import studio.ctnr.container.archive.manifest.ArchiveFault;
import studio.ctnr.container.archive.manifest.Entry;

/**
 * Unpacks an archive into a folder, all or nothing: it is written beside its goal, held against the manifest, brought to
 * the disk, and only then renamed into place in one step.
 */
public final class ArchiveExtraction {
    /** What a file takes on the disk beyond its size: the rest of its last cluster. */
    private static final long CLUSTER = 4096;

    private final Archive archive;
    private int threads = Threads.fitting();
    private boolean replace;
    private Progress progress = Progress.NONE;

    public ArchiveExtraction(Archive archive) {
        this.archive = Objects.requireNonNull(archive);
    }

    /** Sets the number of threads; each takes some 24 MB. */
    public ArchiveExtraction threads(int wanted) {
        threads = Threads.checked(wanted);
        return this;
    }

    /** Sets whether what is at the goal is replaced; without it, that is an error. */
    public ArchiveExtraction replace(boolean wanted) {
        replace = wanted;
        return this;
    }

    /** Sets who hears how far it is, in bytes of the payload. */
    public ArchiveExtraction progress(Progress listener) {
        progress = Objects.requireNonNull(listener);
        return this;
    }

    /**
     * Unpacks to {@code goal}, the container's folder itself, whose parent exists.
     *
     * @throws ArchiveException when the archive is damaged or hostile, the goal is taken, or this host can't store it all
     */
    public void to(Path goal) throws IOException {
        try (Staging staging = Staging.beside(goal, replace)) {
            List<Entry> entries = archive.manifest().entries();
            checkRoom(entries, staging.product().getParent());
            try (TreeWriter tree = new TreeWriter(staging.product(), entries)) {
                tree.createFolders();
                archive.check(
                        threads,
                        tree,
                        damage -> {
                            throw damage.exception();
                        },
                        progress);
                tree.finishAll();
                progress.at("comparing with the manifest", -1, -1);
                tree.compare();
            }
            DiskSync.tree(staging.product());
            staging.commit();
        }
    }

    private static void checkRoom(List<Entry> entries, Path folder) throws IOException {
        long needed = 0;
        for (Entry entry : entries) {
            needed += (entry.size() + CLUSTER - 1) / CLUSTER * CLUSTER;
        }
        long room = Files.getFileStore(folder).getUsableSpace();
        if (needed > room) {
            throw new ArchiveException(
                    ArchiveFault.DISK_FULL,
                    "The container needs %d MB, and %s has room for %d MB"
                            .formatted(needed >> 20, folder.getParent(), room >> 20));
        }
    }
}
