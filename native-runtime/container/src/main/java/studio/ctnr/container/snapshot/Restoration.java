package studio.ctnr.container.snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.ctnr.container.AtomicFile;
import studio.ctnr.container.FileTree;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.internal.DiskSync;
import studio.ctnr.container.archive.internal.EntryFiles;
import studio.ctnr.container.archive.internal.SourceTree;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.EntryKind;
import studio.ctnr.container.archive.manifest.Manifest;
import studio.ctnr.container.archive.manifest.Sha256;
import studio.ctnr.container.archive.manifest.WindowsAttributes;

/**
 * Puts a state back. All of it is made beside what is there now, where files that are alike are the same files by hard
 * links; then the few folders at the top change places. A crash before that leaves the old state; one during it is
 * finished by {@link #finish}, since a list of what is to change places is on the disk by then.
 */
final class Restoration {
    private static final String NEW = "new";
    private static final String OLD = "old";
    private static final String PUT = "+";
    private static final String TAKE = "-";

    private final StoreFiles files;
    private final Path fresh;
    private final Path old;
    private final Path list;

    Restoration(StoreFiles files) {
        this.files = files;
        this.fresh = files.restoration().resolve(NEW);
        this.old = files.restoration().resolve(OLD);
        this.list = files.restoration().resolve("list");
    }

    void restore(Manifest goal, Progress progress) throws IOException {
        FileIndex index = FileIndex.of(files);
        Map<String, Entry> there = new StateScan(files, index, progress)
                .entries(_ -> {}).stream().collect(Collectors.toMap(Entry::path, entry -> entry, (a, _) -> a));
        Files.createDirectories(fresh);
        Files.createDirectories(old);
        fill(goal.entries(), there, progress);
        compare(goal.entries());
        progress.at("writing to the disk", -1, -1);
        DiskSync.tree(fresh);
        AtomicFile.write(list, changes(goal.entries(), there.values()).getBytes(StandardCharsets.UTF_8));
        finish();
    }

    /** A line for each file or folder at the top: {@code +} what gets a new one, {@code -} what goes without. */
    private static String changes(Collection<Entry> goal, Collection<Entry> there) {
        Map<String, String> lines = new TreeMap<>();
        there.forEach(entry -> lines.put(top(entry.path()), TAKE));
        goal.forEach(entry -> lines.put(top(entry.path()), PUT));
        return lines.entrySet().stream()
                .map(line -> line.getValue() + line.getKey() + "\n")
                .collect(Collectors.joining());
    }

    private static String top(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    private void fill(List<Entry> goal, Map<String, Entry> there, Progress progress) throws IOException {
        EntryFiles target = new EntryFiles(fresh);
        Blobs blobs = new Blobs(files);
        Set<String> owners = owners(goal, there.values());
        Set<String> made = new HashSet<>();
        long total = goal.stream().mapToLong(Entry::size).sum();
        long done = 0;
        for (Entry entry : goal) {
            progress.at(entry.path(), done, total);
            if (entry.kind() == EntryKind.FOLDER) {
                target.createFolder(entry);
                made.add(entry.path());
            } else if (owners.contains(entry.path()) || !isAlike(entry, there.get(entry.path())) || !link(entry)) {
                target.create(entry, out -> {
                    if (entry.kind().hasContent()) {
                        blobs.get(entry.sha256(), out);
                    }
                });
                made.add(entry.path());
            }
            done += entry.size();
        }
        for (Entry entry : goal) {
            if (made.contains(entry.path())) {
                target.finish(entry);
            }
        }
    }

    /** A stream of Windows goes with its file, whoever links that. */
    private static Set<String> owners(Collection<Entry> goal, Collection<Entry> there) {
        return Stream.concat(goal.stream(), there.stream())
                .filter(entry -> entry.kind() == EntryKind.STREAM)
                .map(Entry::owner)
                .collect(Collectors.toSet());
    }

    /** A read-only file is left out: deleting one of its names would take that from it on Windows. */
    private static boolean isAlike(Entry wanted, Entry there) {
        return there != null
                && wanted.kind() == EntryKind.FILE
                && wanted.sameContent(there)
                && (wanted.attributes() & WindowsAttributes.READONLY) == 0;
    }

    /** @return false where the file system has no hard links */
    private boolean link(Entry entry) throws IOException {
        try {
            Files.createLink(
                    fresh.resolve(entry.path()), files.container().root().resolve(entry.path()));
            return true;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            return false;
        }
    }

    private void compare(List<Entry> goal) throws IOException {
        List<Entry> made = new SourceTree(fresh).scan();
        for (int i = 0; i < Math.max(made.size(), goal.size()); i++) {
            Entry wanted = i < goal.size() ? goal.get(i).withSha256(Sha256.NONE) : null;
            Entry found = i < made.size() ? made.get(i).withSha256(Sha256.NONE) : null;
            if (wanted == null || !wanted.equals(found)) {
                throw new SnapshotException(
                        SnapshotFault.TREE_MISMATCH,
                        "What was put together is not what the snapshot holds: "
                                + (wanted == null ? found.path() : wanted.path()));
            }
        }
    }

    /** Goes on where a restoration was broken off: back to the old state, or on to the new one. */
    void finish() throws IOException {
        if (Files.exists(list)) {
            for (String line : Files.readAllLines(list)) {
                exchange(line.startsWith(PUT), line.substring(1));
            }
            DiskSync.tree(files.restoration());
            Files.delete(list);
        }
        FileTree.delete(files.restoration());
    }

    /** Can be done again from wherever it was broken off. */
    private void exchange(boolean put, String name) throws IOException {
        Path place = files.container().root().resolve(name);
        Path made = fresh.resolve(name);
        Path before = old.resolve(name);
        if (put && !Files.exists(made, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.exists(before, LinkOption.NOFOLLOW_LINKS) && Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(place, before, StandardCopyOption.ATOMIC_MOVE);
        }
        if (put) {
            Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
