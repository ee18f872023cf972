package studio.ctnr.engine.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.Archive;
import studio.ctnr.container.archive.ArchiveExtraction;
import studio.ctnr.container.archive.manifest.Manifest;

/**
 * The folders that archives were unpacked to in order to be run. One belongs to what an archive holds, whatever it is
 * called: the next run finds the application as the last one left it, and a changed archive starts anew.
 */
public final class UnpackedArchives {
    private static final int NAME_OF_CONTENT = 16;

    /** File locks hold between processes, this one within ours. */
    private static final ReentrantLock OURS = new ReentrantLock();

    private final Path folder;

    /** @param folder theirs, made when it is missing */
    public UnpackedArchives(Path folder) {
        this.folder = folder;
    }

    /** The user's. */
    public static UnpackedArchives ofUser() {
        return new UnpackedArchives(StateFolder.of(System.getenv()).resolve("unpacked"));
    }

    /** Where an archive's copy lies, or will. */
    public Path place(Manifest manifest) {
        String content = manifest.root().toString().substring(0, NAME_OF_CONTENT);
        return folder.resolve(manifest.info().id() + "-" + content);
    }

    /** The archive's copy, unpacked and held against its manifest when there is none yet. */
    public ContainerFolder open(Archive archive, Progress progress) throws IOException {
        Path place = place(archive.manifest());
        if (!Files.isDirectory(place)) {
            Files.createDirectories(folder);
            OURS.lock();
            try (FileChannel file = FileChannel.open(
                            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = file.lock()) {
                if (held.isValid() && !Files.isDirectory(place)) {
                    new ArchiveExtraction(archive).progress(progress).to(place);
                }
            } finally {
                OURS.unlock();
            }
        }
        return ContainerFolder.open(place);
    }
}
