package studio.ctnr.container.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.internal.EntryFiles;
import studio.ctnr.container.archive.internal.SourceTree;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.EntryKind;
import studio.ctnr.container.archive.manifest.FileTimes;
import studio.ctnr.container.archive.manifest.Sha256;

/** The container's state as it is now: its entries with their hashes, of which only those are read that changed. */
final class StateScan {
    private final StoreFiles files;
    private final FileIndex index;
    private final Progress progress;

    StateScan(StoreFiles files, FileIndex index, Progress progress) {
        this.files = files;
        this.index = index;
        this.progress = progress;
    }

    /** What to do with a file once its hash is known. */
    @FunctionalInterface
    interface Step {
        void take(Entry hashed) throws IOException;
    }

    /**
     * Goes through all of it on every core.
     *
     * @param step called from many threads
     * @return in the manifest's order
     */
    List<Entry> entries(Step step) throws IOException {
        progress.at("looking through the container", 0, -1);
        List<Entry> bare = new SourceTree(files.container().root())
                .scan().stream().filter(StoreFiles::isState).toList();
        long total = bare.stream().mapToLong(Entry::size).sum();
        AtomicLong done = new AtomicLong();
        List<Callable<Entry>> work = new ArrayList<>();
        for (Entry entry : bare) {
            work.add(() -> {
                progress.at(entry.path(), done.get(), total);
                Entry hashed = hashed(entry);
                step.take(hashed);
                refuseChanged(hashed);
                if (hashed.kind().hasContent()) {
                    index.keep(hashed, hashed.sha256());
                }
                progress.at(entry.path(), done.addAndGet(entry.size()), total);
                return hashed;
            });
        }
        return all(work);
    }

    private Entry hashed(Entry entry) throws IOException {
        if (!entry.kind().hasContent()) {
            return entry;
        }
        var known = index.hash(entry);
        return entry.withSha256(known.isPresent() ? known.get() : read(entry));
    }

    /** Whoever wrote to the file meanwhile has left another size or time. */
    private void refuseChanged(Entry entry) throws IOException {
        if (entry.kind() != EntryKind.FILE) {
            return;
        }
        BasicFileAttributes stat = Files.readAttributes(
                files.container().root().resolve(entry.path()), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Instant modified = FileTimes.normal(stat.lastModifiedTime().toInstant());
        if (stat.size() != entry.size() || !modified.equals(entry.modified())) {
            throw changed(entry);
        }
    }

    static SnapshotException changed(Entry entry) {
        return new SnapshotException(
                SnapshotFault.SOURCE_CHANGED,
                entry.path() + " was changed while it was read: end the program that writes to it, and try again");
    }

    private Sha256 read(Entry entry) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in =
                new DigestInputStream(new EntryFiles(files.container().root()).open(entry), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Sha256.finish(digest);
    }

    private static <T> List<T> all(List<Callable<T>> work) throws IOException {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<T>> futures = work.stream().map(threads::submit).toList();
            List<T> results = new ArrayList<>(futures.size());
            try {
                for (Future<T> future : futures) {
                    results.add(future.get());
                }
            } catch (ExecutionException | InterruptedException failure) {
                threads.shutdownNow();
                throw cause(failure);
            }
            return results;
        }
    }

    private static IOException cause(Exception failure) {
        return switch (failure.getCause()) {
            case IOException io -> io;
            case RuntimeException fault -> throw fault;
            case Error error -> throw error;
            case null -> {
                Thread.currentThread().interrupt();
                yield new IOException(failure);
            }
            default -> new IOException(failure.getCause());
        };
    }
}
