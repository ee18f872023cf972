package studio.ctnr.engine.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.FileState;

/**
 * Compares what a session left of a drive with what the clean machine had, and strips what it left down to the content
 * of the changes: whiteouts, files that were only touched, links and other things that Windows knows nothing of go.
 *
 * <p>The session's tree is an overlay's upper layer, which holds only what was written, or a whole copy of the drive.
 * The second is the first with every folder opaque: what is not there is gone.
 */
final class DriveDifference {
    private static final Logger LOG = LoggerFactory.getLogger(DriveDifference.class);

    private static final long KEPT_AT_MOST = 1 << 20;

    private final boolean whole;
    private final Path before;
    private final FileSpool.Writer changes;

    private DriveDifference(boolean whole, Path before, FileSpool.Writer changes) {
        this.whole = whole;
        this.before = before;
        this.changes = changes;
    }

    /**
     * @param clean the drive's folder on the clean machine
     * @param session what the session left of it; changed in place
     * @param whole whether that is a copy rather than an upper layer
     * @param before where the earlier bytes of changed files are kept, up to 1 MB of each; as in the drive's folder
     */
    static void write(WindowsPath drive, Path clean, Path session, boolean whole, Path before, FileSpool.Writer changes)
            throws IOException {
        new DriveDifference(whole, before, changes).compareFolder(drive, Optional.of(clean), session);
    }

    /** Says whether anything of the session's folder remains. */
    private boolean compareFolder(WindowsPath at, Optional<Path> clean, Path session) throws IOException {
        boolean hides = whole || clean.isEmpty() || FileFacts.opaque(session);
        TreeMap<String, List<Path>> before =
                clean.isPresent() ? FolderListing.of(clean.get(), (path, why) -> {}) : new TreeMap<>();
        List<Path> odd = new ArrayList<>();
        TreeMap<String, List<Path>> after = FolderListing.of(session, (path, why) -> {
            LOG.warn("Not taken over, since its name {}: {}", why, path);
            odd.add(path);
        });
        for (Path path : odd) {
            FileTree.delete(path);
        }
        TreeSet<String> names = new TreeSet<>(after.keySet());
        if (hides) {
            names.addAll(before.keySet());
        }
        boolean remains = false;
        for (String name : names) {
            Optional<Path> old = Optional.ofNullable(before.get(name)).map(List::getFirst);
            remains |= compareEntry(at, old, after.getOrDefault(name, List.of()));
        }
        return remains;
    }

    private boolean compareEntry(WindowsPath folder, Optional<Path> clean, List<Path> session) throws IOException {
        Optional<Path> kept = Optional.empty();
        for (Path entry : session) {
            FileFacts facts = FileFacts.of(entry).orElseThrow();
            boolean content = facts.folder() || facts.regular();
            if (content && kept.isEmpty()) {
                kept = Optional.of(entry);
            } else {
                if (!facts.whiteout()) {
                    LOG.warn("Not taken over, since it is no file, or its name is taken: {}", entry);
                }
                FileTree.delete(entry);
            }
        }
        if (kept.isPresent()) {
            return compareKept(folder, clean, kept.get());
        }
        if (clean.isPresent()) {
            writeDeleted(folder, clean.get());
        }
        return false;
    }

    private boolean compareKept(WindowsPath folder, Optional<Path> clean, Path session) throws IOException {
        WindowsPath at = folder.resolve(session.getFileName().toString());
        FileFacts facts = FileFacts.of(session).orElseThrow();
        if (facts.hasSpecialRights()) {
            dropSpecialRights(session);
        }
        FileState now = facts.state(session);
        Optional<FileFacts> oldFacts = clean.isPresent() ? FileFacts.of(clean.get()) : Optional.empty();
        Optional<FileState> was =
                oldFacts.isPresent() ? Optional.of(oldFacts.get().state(clean.get())) : Optional.empty();
        boolean bothFolders = now.folder() && was.isPresent() && was.get().folder();
        boolean changed = was.isEmpty()
                || was.get().folder() != now.folder()
                || was.get().attributes() != now.attributes()
                || !now.folder() && contentDiffers(was.get(), clean.get(), now, session);
        if (changed) {
            changes.write(new FileChange(at, was, Optional.of(now)));
            if (was.isPresent() && !was.get().folder() && !now.folder()) {
                keepEarlier(at, clean.get(), was.get().size());
            }
        }
        if (was.isPresent() && was.get().folder() && !now.folder()) {
            writeDeletedContent(at, clean.get());
        }
        boolean remains = changed;
        if (now.folder()) {
            remains |= compareFolder(at, bothFolders ? clean : Optional.empty(), session);
        }
        if (!remains) {
            FileTree.delete(session);
        }
        return remains;
    }

    /** In a layer only what was opened for writing is compared; in a copy the time spares reading all of Windows. */
    private boolean contentDiffers(FileState was, Path clean, FileState now, Path session) throws IOException {
        if (was.size() != now.size()) {
            return true;
        }
        boolean sameTime = was.modified().equals(now.modified());
        return !(whole && sameTime) && Files.mismatch(clean, session) >= 0;
    }

    private void keepEarlier(WindowsPath at, Path clean, long size) throws IOException {
        if (size <= KEPT_AT_MOST) {
            Path kept = before;
            for (String name : at.names()) {
                kept = kept.resolve(name);
            }
            Files.createDirectories(kept.getParent());
            Files.copy(clean, kept, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private void writeDeleted(WindowsPath folder, Path clean) throws IOException {
        WindowsPath at = folder.resolve(clean.getFileName().toString());
        FileFacts facts = FileFacts.of(clean).orElseThrow();
        changes.write(new FileChange(at, Optional.of(facts.state(clean)), Optional.empty()));
        if (facts.folder()) {
            writeDeletedContent(at, clean);
        }
    }

    private void writeDeletedContent(WindowsPath at, Path clean) throws IOException {
        for (List<Path> same : FolderListing.of(clean, (path, why) -> {}).values()) {
            writeDeleted(at, same.getFirst());
        }
    }

    private static void dropSpecialRights(Path file) throws IOException {
        // setting the nine ordinary bits clears the others
        Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
    }
}
