package studio.ctnr.workbench.compare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.Progress;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.container.archive.Archive;
import studio.ctnr.container.archive.FolderManifest;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.snapshot.Snapshot;
import studio.ctnr.container.snapshot.SnapshotStore;

/** Something that can be compared: a container as a folder, an archive or a snapshot, none of which is unpacked. */
public interface Comparand extends AutoCloseable {
    /** What it is called in the comparison. */
    String source();

    /** All that it holds, with hashes, in the manifest's order. */
    List<Entry> entries(Progress progress) throws IOException;

    /** The content of one of its files. */
    InputStream open(Entry entry) throws IOException;

    /** The content of the file at a path by slashes; empty where there is none. Reads as little as it can. */
    Optional<InputStream> open(String path) throws IOException;

    @Override
    void close() throws IOException;

    /** A container's folder. */
    static Comparand folder(ContainerFolder folder, String source) {
        return new Comparand() {
            @Override
            public String source() {
                return source;
            }

            @Override
            public List<Entry> entries(Progress progress) throws IOException {
                return FolderManifest.entries(folder.root(), Comparand::counts, progress);
            }

            @Override
            public InputStream open(Entry entry) throws IOException {
                return Files.newInputStream(folder.resolve(entry.path()));
            }

            @Override
            public Optional<InputStream> open(String path) throws IOException {
                Path file = folder.resolve(path);
                return Files.isRegularFile(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
            }

            @Override
            public void close() {}
        };
    }

    /** An archive. */
    static Comparand archive(Path file) throws IOException {
        Archive archive = Archive.open(file);
        return new Comparand() {
            @Override
            public String source() {
                return file.toString();
            }

            @Override
            public List<Entry> entries(Progress progress) {
                return archive.manifest().entries().stream()
                        .filter(Comparand::counts)
                        .toList();
            }

            @Override
            public InputStream open(Entry entry) throws IOException {
                return archive.read(entry.path());
            }

            @Override
            public Optional<InputStream> open(String path) throws IOException {
                Optional<Entry> entry = find(archive.manifest().entries(), path);
                return entry.isEmpty() ? Optional.empty() : Optional.of(open(entry.get()));
            }

            @Override
            public void close() throws IOException {
                archive.close();
            }
        };
    }

    /** A snapshot of a container. */
    static Comparand snapshot(SnapshotStore store, Snapshot snapshot, String source) {
        return new Comparand() {
            @Override
            public String source() {
                return source;
            }

            @Override
            public List<Entry> entries(Progress progress) throws IOException {
                return store.manifest(snapshot).entries();
            }

            @Override
            public InputStream open(Entry entry) throws IOException {
                return store.open(entry);
            }

            @Override
            public Optional<InputStream> open(String path) throws IOException {
                Optional<Entry> entry = find(store.manifest(snapshot).entries(), path);
                return entry.isEmpty() ? Optional.empty() : Optional.of(open(entry.get()));
            }

            @Override
            public void close() {}
        };
    }

    private static boolean counts(Entry entry) {
        int slash = entry.path().indexOf('/');
        return !Set.of("snapshots", "logs", "temp")
                .contains(slash < 0 ? entry.path() : entry.path().substring(0, slash));
    }

    /** The entry of a path; case does not count. */
    static Optional<Entry> find(List<Entry> entries, String path) {
        String folded = WindowsNames.fold(path);
        return entries.stream()
                .filter(entry -> WindowsNames.fold(entry.path()).equals(folded))
                .findFirst();
    }
}
