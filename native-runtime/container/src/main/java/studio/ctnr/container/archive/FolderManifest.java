package studio.ctnr.container.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.internal.SourceTree;
import studio.ctnr.container.archive.manifest.Entry;

/** The entries that the manifest of a container's folder would have, without an archive being made. */
public final class FolderManifest {
    private FolderManifest() {}

    /**
     * Reads every file, on every core.
     *
     * @param wanted which entries; of the others nothing is read
     * @return in the manifest's order
     */
    public static List<Entry> entries(Path folder, Predicate<Entry> wanted, Progress progress) throws IOException {
        SourceTree tree = new SourceTree(folder);
        List<Entry> bare = tree.scan().stream().filter(wanted).toList();
        long total = bare.stream().mapToLong(Entry::size).sum();
        AtomicLong done = new AtomicLong();
        List<Callable<Entry>> work = new ArrayList<>();
        for (Entry entry : bare) {
            work.add(() -> {
                progress.at(entry.path(), done.get(), total);
                Entry hashed = tree.hashed(entry);
                done.addAndGet(entry.size());
                return hashed;
            });
        }
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            return results(work.stream().map(workers::submit).toList(), workers);
        }
    }

    private static List<Entry> results(List<Future<Entry>> hashed, ExecutorService workers) throws IOException {
        List<Entry> entries = new ArrayList<>(hashed.size());
        try {
            for (Future<Entry> entry : hashed) {
                entries.add(entry.get());
            }
            return entries;
        } catch (ExecutionException failure) {
            workers.shutdownNow();
            switch (failure.getCause()) {
                case IOException io -> throw io;
                case RuntimeException fault -> throw fault;
                default -> throw new IOException(failure.getCause());
            }
        } catch (InterruptedException stopped) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
