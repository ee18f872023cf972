package studio.ctnr.container.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.internal.DiskSync;
import studio.ctnr.container.archive.internal.EntryFiles;
import studio.ctnr.container.archive.manifest.ArchiveInfo;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.EntryKind;
import studio.ctnr.container.archive.manifest.Manifest;
import studio.ctnr.container.archive.manifest.MerkleTree;
import studio.ctnr.container.archive.manifest.Sha256;
import studio.ctnr.container.config.ConfigDocument;

/** Makes a snapshot: contents first, then, in one step, the folder that names them. */
final class Taking {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final StoreFiles files;
    private final Blobs blobs;
    private final AtomicLong added = new AtomicLong();

    /** Two files may have one content, and be looked at by two threads at once. */
    private final Set<Sha256> begun = ConcurrentHashMap.newKeySet();

    Taking(StoreFiles files) {
        this.files = files;
        this.blobs = new Blobs(files);
    }

    Snapshot take(String label, Instant now, Progress progress) throws IOException {
        FileIndex index = FileIndex.of(files);
        List<Entry> entries = new StateScan(files, index, progress).entries(this::store);
        Manifest manifest = new Manifest(info(), MerkleTree.root(entries), 0, entries);
        Snapshot snapshot = new Snapshot(
                token(now),
                label,
                now,
                manifest.count(EntryKind.FILE),
                manifest.contentSize(),
                added.get(),
                manifest.root());
        progress.at("writing to the disk", -1, -1);
        Path draft = files.root().resolve(StoreFiles.DRAFT + snapshot.token());
        Descriptions.write(draft, snapshot, manifest);
        DiskSync.tree(files.root());
        Files.move(draft, files.snapshot(snapshot.token()), StandardCopyOption.ATOMIC_MOVE);
        index.write(files.index());
        return snapshot;
    }

    private void store(Entry entry) throws IOException {
        boolean mine = entry.kind().hasContent() && !blobs.has(entry.sha256()) && begun.add(entry.sha256());
        if (!mine) {
            return;
        }
        try (InputStream in = new EntryFiles(files.container().root()).open(entry)) {
            added.addAndGet(blobs.put(entry.sha256(), entry.size(), in).orElseThrow(() -> StateScan.changed(entry)));
        }
    }

    /** For people who open the file; what a container is called may have changed since. */
    private ArchiveInfo info() {
        try {
            var config = ConfigDocument.load(files.container().config());
            return new ArchiveInfo(config.id(), config.name(), config.version(), "", "");
        } catch (IOException unreadable) {
            return new ArchiveInfo("", "", "", "", "");
        }
    }

    private static String token(Instant now) {
        StringBuilder token = new StringBuilder(TIME.format(now)).append('-');
        for (int i = 0; i < 6; i++) {
            token.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return token.toString();
    }
}
