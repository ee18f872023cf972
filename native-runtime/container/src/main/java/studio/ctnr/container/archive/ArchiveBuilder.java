package studio.ctnr.container.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.internal.ArchiveFile;
import studio.ctnr.container.archive.internal.PayloadLayout;
import studio.ctnr.container.archive.internal.SourceTree;
import studio.ctnr.container.archive.internal.Staging;
import studio.ctnr.container.archive.manifest.ArchiveException;
import studio.ctnr.container.archive.manifest.ArchiveFault;
import studio.ctnr.container.archive.manifest.ArchiveInfo;
import studio.ctnr.container.archive.manifest.Manifest;

/**
 * Makes a {@code .ctnr} of a container's folder. The same folder gives the same bytes, at the same level, on any machine
 * and with any number of threads.
 */
public final class ArchiveBuilder {
    /** The level of zstd that is taken when none is given. */
    public static final int LEVEL = 3;

    private static final int HIGHEST_LEVEL = 22;

    private final ArchiveInfo info;
    private int level = LEVEL;
    private int threads = Threads.fitting();
    private boolean replace;
    private Progress progress = Progress.NONE;

    public ArchiveBuilder(ArchiveInfo info) {
        this.info = Objects.requireNonNull(info);
    }

    /** Sets the level of zstd, 1 (fastest) to 22 (smallest). */
    public ArchiveBuilder level(int wanted) {
        if (wanted < 1 || wanted > HIGHEST_LEVEL) {
            throw new IllegalArgumentException("The level of zstd is 1 to 22, not " + wanted);
        }
        level = wanted;
        return this;
    }

    /** Sets the number of threads; each takes some 24 MB. It does not change the result. */
    public ArchiveBuilder threads(int wanted) {
        threads = Threads.checked(wanted);
        return this;
    }

    /** Sets whether a file at the goal is replaced; without it, that is an error. */
    public ArchiveBuilder replace(boolean wanted) {
        replace = wanted;
        return this;
    }

    /** Sets who hears how far it is, in bytes of the payload. */
    public ArchiveBuilder progress(Progress listener) {
        progress = Objects.requireNonNull(listener);
        return this;
    }

    /**
     * Writes {@code archive}; until it is complete and on the disk, whatever was there stays.
     *
     * @param folder the container: it has a config.yml
     * @return the manifest that was written
     * @throws ArchiveException when the folder is no container, or holds what an archive can't
     */
    public Manifest build(Path folder, Path archive) throws IOException {
        if (!Files.isRegularFile(folder.resolve("config.yml"))) {
            throw new ArchiveException(
                    ArchiveFault.NOT_FOUND, "%s is not a container's folder: it has no config.yml".formatted(folder));
        }
        if (Files.isDirectory(archive)) {
            throw new ArchiveException(
                    ArchiveFault.GOAL_EXISTS, "%s is a folder: name the file to write".formatted(archive));
        }
        try (Staging staging = Staging.beside(archive, replace)) {
            progress.at("looking through the folder", 0, -1);
            SourceTree source = new SourceTree(folder);
            PayloadLayout layout = PayloadLayout.of(source.scan());
            Manifest manifest = ArchiveFile.write(staging.product(), info, layout, source, level, threads, progress);
            staging.commit();
            return manifest;
        }
    }
}
