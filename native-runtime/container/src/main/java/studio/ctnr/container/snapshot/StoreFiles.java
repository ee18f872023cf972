package studio.ctnr.container.snapshot;

import java.nio.file.Path;
import java.util.Set;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.Sha256;

/**
 * Where what lies in a container's {@code snapshots} folder.
 *
 * <pre>
 * TOKEN/snapshot.json   label, time, sizes
 * TOKEN/manifest.json   every file and folder, in the format of an archive's manifest
 * blobs/ab/abcd….zst    contents by their SHA-256, each once, packed by zstd
 * index                 what the files looked like when they were last read: can be deleted
 * .restore/             a restoration under way
 * .lock                 held by who works here
 * </pre>
 */
record StoreFiles(ContainerFolder container) {
    /** What stays as it is when a state is gone back to, and is no part of one. */
    private static final Set<String> KEPT = Set.of("snapshots", "temp", "logs");

    /** What is not ready yet: the next one who works here removes it. */
    static final String DRAFT = ".draft-";

    /** Whether an entry of the container belongs to its state. */
    static boolean isState(Entry entry) {
        int slash = entry.path().indexOf('/');
        return !KEPT.contains(slash < 0 ? entry.path() : entry.path().substring(0, slash));
    }

    Path root() {
        return container.snapshots();
    }

    Path snapshot(String token) {
        return root().resolve(token);
    }

    Path description(String token) {
        return snapshot(token).resolve("snapshot.json");
    }

    Path manifest(String token) {
        return snapshot(token).resolve("manifest.json");
    }

    Path blobs() {
        return root().resolve("blobs");
    }

    Path blob(Sha256 content) {
        String name = content.toString();
        return blobs().resolve(name.substring(0, 2)).resolve(name + ".zst");
    }

    Path index() {
        return root().resolve("index");
    }

    Path restoration() {
        return root().resolve(".restore");
    }

    Path lock() {
        return root().resolve(".lock");
    }
}
