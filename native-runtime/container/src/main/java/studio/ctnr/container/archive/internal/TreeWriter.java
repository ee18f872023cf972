package studio.ctnr.container.archive.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import studio.ctnr.container.archive.manifest.ArchiveException;
import studio.ctnr.container.archive.manifest.ArchiveFault;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.EntryKind;
import studio.ctnr.container.archive.manifest.Quoted;
import studio.ctnr.container.archive.manifest.Sha256;

/** Makes the folder that a manifest describes, and then holds what lies there against the manifest. */
public final class TreeWriter implements ContentSink, AutoCloseable {
    private final HostFiles host = HostFiles.here();
    private final Map<Integer, OpenFile> open = new ConcurrentHashMap<>();
    private final Path root;
    private final List<Entry> entries;

    /** A file of which not all pieces are written yet. */
    private record OpenFile(FileChannel file, AtomicLong missing) {}

    public TreeWriter(Path root, List<Entry> entries) {
        this.root = root;
        this.entries = entries;
    }

    /** Makes all folders, so that the files can come in any order. */
    public void createFolders() throws IOException {
        Files.createDirectory(root);
        for (Entry entry : entries) {
            if (entry.kind() == EntryKind.FOLDER) {
                store(entry, () -> Files.createDirectory(root.resolve(entry.path())));
            }
        }
    }

    @Override
    public void take(Piece piece, byte[] frame) throws IOException {
        Entry entry = piece.entry();
        if (entry.kind() == EntryKind.FOLDER) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(frame, piece.at(), piece.length());
        store(entry, () -> {
            if (!piece.isWhole()) {
                takePart(piece, bytes);
                return;
            }
            try (FileChannel file = host.create(root, entry.path())) {
                FileBytes.writeFully(file, bytes, 0);
            }
            finish(entry);
        });
    }

    private void takePart(Piece piece, ByteBuffer bytes) throws IOException {
        OpenFile file;
        try {
            file = open.computeIfAbsent(piece.index(), index -> create(piece.entry()));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        FileBytes.writeFully(file.file, bytes, piece.from());
        if (file.missing.addAndGet(-piece.length()) == 0) {
            open.remove(piece.index());
            file.file.close();
            finish(piece.entry());
        }
    }

    private OpenFile create(Entry entry) {
        try {
            return new OpenFile(host.create(root, entry.path()), new AtomicLong(entry.size()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A file is finished when its last stream is: writing to that one would give the file a new time. */
    private void finish(Entry entry) throws IOException {
        boolean windowsStream = entry.kind() == EntryKind.STREAM && !host.streamsAreFiles();
        if (!windowsStream) {
            host.finish(root.resolve(entry.path()), false, entry.attributes(), entry.modified());
        }
    }

    /** Gives the folders their attributes, and what has streams its time once more. */
    public void finishAll() throws IOException {
        for (Entry entry : entries) {
            if (entry.kind() == EntryKind.FOLDER) {
                Path folder = root.resolve(entry.path());
                store(entry, () -> host.finish(folder, true, entry.attributes(), entry.modified()));
            }
        }
        if (!host.streamsAreFiles()) {
            finishOwners();
        }
    }

    private void finishOwners() throws IOException {
        Entry owner = null;
        for (Entry entry : entries) {
            if (entry.kind() != EntryKind.STREAM) {
                owner = entry;
            } else if (owner != null && owner.kind() == EntryKind.FILE) {
                finish(owner);
            }
        }
    }

    /** Refuses what was written unless it is, name for name, what the manifest says. */
    public void compare() throws IOException {
        List<Entry> found = new SourceTree(root).scan();
        for (int i = 0; i < Math.max(found.size(), entries.size()); i++) {
            Entry wanted = i < entries.size() ? bare(entries.get(i)) : null;
            Entry there = i < found.size() ? bare(found.get(i)) : null;
            if (wanted == null || there == null || !wanted.equals(there)) {
                throw new ArchiveException(
                        ArchiveFault.TREE_MISMATCH,
                        "What was unpacked is not what the manifest says: it has %s, and there is %s"
                                .formatted(described(wanted), described(there)));
            }
        }
    }

    /** Without what the tree does not show: the content was hashed on its way there. */
    private static Entry bare(Entry entry) {
        return entry.withOffset(0).withSha256(Sha256.NONE);
    }

    private static String described(Entry entry) {
        return entry == null
                ? "nothing"
                : "%s (%s, %d bytes, %s, attributes %x)"
                        .formatted(
                                Quoted.of(entry.path()),
                                entry.kind().word(),
                                entry.size(),
                                entry.modified(),
                                entry.attributes());
    }

    /** What the host does with a file. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private static void store(Entry entry, Step step) throws IOException {
        try {
            step.run();
        } catch (ArchiveException told) {
            throw told;
        } catch (IOException failure) {
            throw new ArchiveException(
                    ArchiveFault.HOST_CANNOT_STORE,
                    "%s can't be stored here: %s".formatted(Quoted.of(entry.path()), reason(failure)),
                    failure);
        }
    }

    private static String reason(IOException failure) {
        return failure instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : failure.getMessage();
    }

    @Override
    public void close() throws IOException {
        for (OpenFile file : open.values()) {
            file.file.close();
        }
    }
}
