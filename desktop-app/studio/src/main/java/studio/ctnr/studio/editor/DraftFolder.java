package studio.ctnr.studio.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import studio.ctnr.container.FileTree;

/**
 * What is edited and not saved, on the disk. Each draft is a folder of its own, named by a number, that comes into being
 * in one step: whoever is killed at any moment leaves the draft before or the one after, all of it.
 */
final class DraftFolder {
    private static final String WRITING = "writing";

    private final Path folder;
    private final AtomicInteger requests = new AtomicInteger();
    private Optional<Path> offered = Optional.empty();

    /** @param folder made when there is something to keep */
    DraftFolder(Path folder) {
        this.folder = folder;
    }

    /** The draft that an earlier program left, which stays until somebody {@linkplain #decide decides} about it. */
    synchronized Optional<Path> offer() throws IOException {
        offered = Optional.empty();
        List<Path> kept = drafts();
        if (!kept.isEmpty()) {
            offered = Optional.of(kept.getLast());
        }
        return offered;
    }

    static Instant time(Path draft) throws IOException {
        return Files.getLastModifiedTime(draft).toInstant();
    }

    /** The draft that was offered was taken up, or is not wanted. */
    synchronized void decide() {
        offered = Optional.empty();
    }

    /**
     * Announces that something is to be kept or discarded. What is done under an older number afterwards does nothing:
     * what was asked for last is what is left, in whatever order threads get to it.
     */
    int request() {
        return requests.incrementAndGet();
    }

    /** Keeps these, and nothing that was kept before but what is still offered. */
    synchronized void keep(int request, List<Edited> edited) throws IOException {
        if (request != requests.get()) {
            return;
        }
        if (edited.isEmpty()) {
            clear();
            return;
        }
        Path writing = folder.resolve(WRITING);
        FileTree.delete(writing);
        Files.createDirectories(writing);
        for (Edited each : edited) {
            each.keep(writing);
        }
        List<Path> before = drafts();
        int number = before.isEmpty() ? 1 : number(before.getLast()) + 1;
        Files.move(writing, folder.resolve(Integer.toString(number)), StandardCopyOption.ATOMIC_MOVE);
        delete(before);
    }

    /** Removes all but what is still offered. */
    synchronized void discard(int request) throws IOException {
        if (request == requests.get()) {
            clear();
        }
    }

    private void clear() throws IOException {
        delete(drafts());
        if (offered.isEmpty()) {
            FileTree.delete(folder);
        }
    }

    private void delete(List<Path> drafts) throws IOException {
        for (Path each : drafts) {
            if (offered.filter(each::equals).isEmpty()) {
                FileTree.delete(each);
            }
        }
    }

    /** The oldest first. */
    private List<Path> drafts() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> drafts =
                    new ArrayList<>(all.filter(each -> number(each) > 0).toList());
            drafts.sort(Comparator.comparingInt(DraftFolder::number));
            return drafts;
        }
    }

    private static int number(Path draft) {
        String name = draft.getFileName().toString();
        return name.matches("[1-9]\\d{0,8}") ? Integer.parseInt(name) : 0;
    }
}
