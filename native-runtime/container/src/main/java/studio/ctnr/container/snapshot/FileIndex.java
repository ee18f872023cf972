package studio.ctnr.container.snapshot;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import studio.ctnr.container.AtomicFile;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.Sha256;

/**
 * What files looked like when their hashes were taken, so that a snapshot reads only what has changed since. Beside size
 * and time it looks at what no program can set: the time of the last change that Linux keeps, and the file's number. A
 * file that was changed right before it was read is not put in: it may be changed again within the same tick.
 */
final class FileIndex {
    private static final int FORMAT = 0x43494458; // CIDX
    private static final long TICK_SECONDS = 2;

    private final Path root;
    private final Instant taken;
    private final Map<String, Known> before;
    private final Map<String, Known> now = new ConcurrentHashMap<>();

    private record Look(long size, Instant modified, long changed, long number) {}

    private record Known(Look look, Sha256 sha256) {}

    private FileIndex(Path root, Map<String, Known> before) {
        this.root = root;
        this.before = before;
        this.taken = Instant.now();
    }

    /** That of a store; empty where there is none, or it can't be read. */
    static FileIndex of(StoreFiles files) {
        Map<String, Known> before;
        try {
            before = read(files.index());
        } catch (IOException unusable) {
            before = Map.of();
        }
        return new FileIndex(files.container().root(), before);
    }

    /** The hash of a file that looks as it did when it was last read. */
    Optional<Sha256> hash(Entry entry) throws IOException {
        Known known = before.get(entry.path());
        if (known == null || !known.look.equals(look(entry))) {
            return Optional.empty();
        }
        return Optional.of(known.sha256);
    }

    /** Keeps the hash of a file as it looks now. */
    void keep(Entry entry, Sha256 sha256) throws IOException {
        Look look = look(entry);
        Instant limit = taken.minusSeconds(TICK_SECONDS);
        boolean settled = look.modified.isBefore(limit)
                && Instant.ofEpochSecond(0, look.changed).isBefore(limit);
        if (settled) {
            now.put(entry.path(), new Known(look, sha256));
        }
    }

    private Look look(Entry entry) throws IOException {
        Path file = root.resolve(entry.path());
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return new Look(entry.size(), entry.modified(), 0, 0);
        }
        Map<String, Object> stat =
                Files.readAttributes(file, "unix:size,lastModifiedTime,ctime,ino", LinkOption.NOFOLLOW_LINKS);
        Instant changed = ((FileTime) stat.get("ctime")).toInstant();
        return new Look(
                (Long) stat.get("size"),
                ((FileTime) stat.get("lastModifiedTime")).toInstant(),
                changed.getEpochSecond() * 1_000_000_000 + changed.getNano(),
                (Long) stat.get("ino"));
    }

    private static Map<String, Known> read(Path file) throws IOException {
        Map<String, Known> known = new HashMap<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int count = in.readInt() == FORMAT ? in.readInt() : 0;
            for (int i = 0; i < count; i++) {
                String path = in.readUTF();
                Look look = new Look(
                        in.readLong(),
                        Instant.ofEpochSecond(in.readLong(), in.readInt()),
                        in.readLong(),
                        in.readLong());
                known.put(
                        path, new Known(look, new Sha256(in.readLong(), in.readLong(), in.readLong(), in.readLong())));
            }
        }
        return known;
    }

    /** Replaces the store's by what was kept. */
    void write(Path file) throws IOException {
        AtomicFile.write(file, target -> {
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(target));
            out.writeInt(FORMAT);
            out.writeInt(now.size());
            for (var entry : now.entrySet()) {
                Look look = entry.getValue().look;
                Sha256 sha256 = entry.getValue().sha256;
                out.writeUTF(entry.getKey());
                out.writeLong(look.size);
                out.writeLong(look.modified.getEpochSecond());
                out.writeInt(look.modified.getNano());
                out.writeLong(look.changed);
                out.writeLong(look.number);
                out.writeLong(sha256.a());
                out.writeLong(sha256.b());
                out.writeLong(sha256.c());
                out.writeLong(sha256.d());
            }
            out.flush();
        });
    }
}
