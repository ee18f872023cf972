package studio.ctnr.container.archive.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.ctnr.container.Whiteout;
import studio.ctnr.container.archive.manifest.ArchiveException;
import studio.ctnr.container.archive.manifest.ArchiveFault;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.EntryKind;
import studio.ctnr.container.archive.manifest.EntryOrder;
import studio.ctnr.container.archive.manifest.EntrySequence;
import studio.ctnr.container.archive.manifest.FileTimes;
import studio.ctnr.container.archive.manifest.Quoted;
import studio.ctnr.container.archive.manifest.Sha256;

/** A container's folder as entries of a manifest, and the way back from these to the bytes. */
public final class SourceTree {
    private static final char LOST = '\ufffd';

    private final HostFiles host = HostFiles.here();
    private final Path root;

    public SourceTree(Path root) {
        this.root = root;
    }

    /**
     * All that the folder holds, in {@link EntryOrder}, without hashes and places.
     *
     * @throws ArchiveException when it holds what an archive can't: a link, a name that Windows can't have, case twins
     */
    public List<Entry> scan() throws IOException {
        List<Entry> entries = new ArrayList<>();
        scan(root, "", entries);
        entries.sort(Comparator.comparing(Entry::path, EntryOrder.TOTAL));
        EntrySequence sequence = new EntrySequence();
        Entry owner = null;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.kind() == EntryKind.STREAM && owner != null) {
                entry = entry(entry.path(), EntryKind.STREAM, entry.size(), owner.modified(), 0);
                entries.set(i, entry);
            } else {
                owner = entry;
            }
            sequence.accept(entry);
        }
        return entries;
    }

    private void scan(Path folder, String prefix, List<Entry> entries) throws IOException {
        List<Path> below = new ArrayList<>();
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
            for (Path file : names) {
                Path name = file.getFileName();
                BasicFileAttributes stat = host.stat(file);
                String path = prefix + name;
                checkReadable(name, path);
                Entry entry = entry(file, path, stat);
                entries.add(entry);
                for (HostFiles.Stream stream : host.streams(file)) {
                    entries.add(
                            entry(path + ":" + stream.name(), EntryKind.STREAM, stream.size(), entry.modified(), 0));
                }
                if (stat.isDirectory()) {
                    below.add(file);
                }
            }
        }
        for (Path file : below) {
            scan(file, prefix + file.getFileName() + "/", entries);
        }
    }

    private static void checkReadable(Path name, String path) throws ArchiveException {
        String text = name.toString();
        if (text.indexOf(LOST) >= 0 && !name.equals(name.getFileSystem().getPath(text))) {
            throw new ArchiveException(
                    ArchiveFault.BAD_NAME,
                    "The name of %s is not UTF-8, or the locale of this process is not: try LC_ALL=C.UTF-8"
                            .formatted(Quoted.of(path)));
        }
    }

    private Entry entry(Path file, String path, BasicFileAttributes stat) throws IOException {
        if (stat.isSymbolicLink() || stat.isOther()) {
            throw new ArchiveException(
                    ArchiveFault.LINK,
                    "%s is a %s, which a container can't hold: replace it by what it stands for"
                            .formatted(Quoted.of(path), stat.isSymbolicLink() ? "link" : "device or socket"));
        }
        int attributes = host.attributes(file, stat);
        if (stat.isDirectory()) {
            return entry(path, EntryKind.FOLDER, 0, Entry.NO_TIME, attributes);
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.indexOf(':') > 0) {
            return entry(path, EntryKind.STREAM, stat.size(), Entry.NO_TIME, 0);
        }
        if (Whiteout.isMarker(name)) {
            return entry(path, EntryKind.WHITEOUT, stat.size(), Entry.NO_TIME, attributes);
        }
        return entry(path, EntryKind.FILE, stat.size(), modified(stat), attributes);
    }

    private static Entry entry(String path, EntryKind kind, long size, Instant modified, int attributes) {
        Sha256 sha256 = kind.hasContent() && size == 0 ? Sha256.OF_NOTHING : Sha256.NONE;
        return new Entry(path, kind, size, modified, attributes, sha256, 0);
    }

    /** The entry with the hash of its content, which is read from end to end. */
    public Entry hashed(Entry entry) throws IOException {
        if (!entry.kind().hasContent() || entry.size() == 0) {
            return entry;
        }
        MessageDigest digest = Sha256.digest();
        try (InputStream content = Channels.newInputStream(host.read(root, entry.path()))) {
            byte[] buffer = new byte[1 << 16];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return entry.withSha256(Sha256.finish(digest));
    }

    /** Reads a piece of a file into its place in {@code frame}. */
    void read(Piece piece, byte[] frame) throws IOException {
        Entry entry = piece.entry();
        try (FileChannel file = host.read(root, entry.path())) {
            ByteBuffer target = ByteBuffer.wrap(frame, piece.at(), piece.length());
            if (!FileBytes.fill(file, target, piece.from()) || file.size() != entry.size() || isTouched(piece)) {
                throw changed(entry);
            }
        } catch (NoSuchFileException gone) {
            throw changed(entry);
        }
    }

    /** Asked after the last piece: whoever wrote to the file meanwhile has left a new time. */
    private boolean isTouched(Piece piece) throws IOException {
        Entry entry = piece.entry();
        return piece.isLast()
                && entry.kind() == EntryKind.FILE
                && !entry.modified().equals(modified(host.stat(root.resolve(entry.path()))));
    }

    private static Instant modified(BasicFileAttributes stat) {
        return FileTimes.normal(stat.lastModifiedTime().toInstant());
    }

    private static ArchiveException changed(Entry entry) {
        return new ArchiveException(
                ArchiveFault.SOURCE_CHANGED,
                "%s was changed while it was being read: end the program that writes to it, and try again"
                        .formatted(Quoted.of(entry.path())));
    }
}
