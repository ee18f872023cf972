package studio.ctnr.container.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import studio.ctnr.container.archive.internal.SourceTree;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.Manifest;
import studio.ctnr.container.archive.manifest.MerkleTree;
import studio.ctnr.container.archive.manifest.Sha256;

/**
 * One hash over what an application is made of: a manifest's Merkle root, taken over the entries below {@code rootfs}
 * and {@code user} alone. {@code config.yml} keeps it (under {@code hashes}), which the root of a whole manifest, being
 * over config.yml as well, could not be.
 */
public final class ContentRoot {
    private ContentRoot() {}

    /** The root of a container's folder; every file below the two folders is read, on every core. */
    public static Sha256 of(Path folder) throws IOException {
        SourceTree tree = new SourceTree(folder);
        List<Entry> content = content(tree.scan());
        List<Future<Entry>> hashed = new ArrayList<>(content.size());
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            content.forEach(entry -> hashed.add(workers.submit(() -> tree.hashed(entry))));
        }
        List<Entry> entries = new ArrayList<>(content.size());
        for (Future<Entry> entry : hashed) {
            entries.add(result(entry));
        }
        return MerkleTree.root(entries);
    }

    /** The root of a container in an archive, from its manifest alone. */
    public static Sha256 of(Manifest manifest) {
        return MerkleTree.root(content(manifest.entries()));
    }

    private static List<Entry> content(List<Entry> entries) {
        return entries.stream()
                .filter(entry ->
                        entry.path().startsWith("rootfs/") || entry.path().startsWith("user/"))
                .toList();
    }

    private static Entry result(Future<Entry> entry) throws IOException {
        try {
            return entry.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
