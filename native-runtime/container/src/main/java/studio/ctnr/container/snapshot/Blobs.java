package studio.ctnr.container.snapshot;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.ctnr.container.archive.manifest.Sha256;

/** Contents by their hashes. One that is there is never written again; one appears under its name only when it is whole. */
final class Blobs {
    private static final int LEVEL = 3;
    private static final long AT_ONCE = 8 << 20;

    private final StoreFiles files;

    Blobs(StoreFiles files) {
        this.files = files;
    }

    boolean has(Sha256 content) {
        return content.equals(Sha256.OF_NOTHING) || Files.isRegularFile(files.blob(content));
    }

    /**
     * Stores a content.
     *
     * @param size as far as it is known
     * @param source read to its end
     * @return what it takes on the disk; empty when it is not {@code content}, and nothing was stored
     */
    Optional<Long> put(Sha256 content, long size, InputStream source) throws IOException {
        Path blob = files.blob(content);
        Files.createDirectories(blob.getParent());
        Path draft = files.root().resolve(StoreFiles.DRAFT + UUID.randomUUID());
        try {
            Sha256 found = size <= AT_ONCE ? packAtOnce(source, draft) : pack(source, draft);
            if (!found.equals(content)) {
                return Optional.empty();
            }
            long packed = Files.size(draft);
            Files.move(draft, blob, StandardCopyOption.ATOMIC_MOVE);
            return Optional.of(packed);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** zstd makes its tables to the measure of what it is given; in a stream, it can only guess. */
    private static Sha256 packAtOnce(InputStream source, Path draft) throws IOException {
        byte[] bytes = source.readAllBytes();
        Files.write(draft, Zstd.compress(bytes, LEVEL));
        MessageDigest digest = Sha256.digest();
        digest.update(bytes);
        return Sha256.finish(digest);
    }

    private static Sha256 pack(InputStream source, Path draft) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(draft), LEVEL)) {
            new DigestInputStream(source, digest).transferTo(out);
        }
        return Sha256.finish(digest);
    }

    /**
     * Writes a content out.
     *
     * @throws SnapshotException {@link SnapshotFault#DAMAGED} when it is missing or is not what it was
     */
    void get(Sha256 content, OutputStream out) throws IOException {
        if (content.equals(Sha256.OF_NOTHING)) {
            return;
        }
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = open(content)) {
            for (int read = read(content, in, buffer); read >= 0; read = read(content, in, buffer)) {
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        if (!Sha256.finish(digest).equals(content)) {
            throw new SnapshotException(
                    SnapshotFault.DAMAGED, "The stored content " + files.blob(content) + " is not what it was");
        }
    }

    /** Opens a content; whether it is what it was is told by {@link #get}. */
    InputStream open(Sha256 content) throws IOException {
        if (content.equals(Sha256.OF_NOTHING)) {
            return InputStream.nullInputStream();
        }
        try {
            return new ZstdInputStream(Files.newInputStream(files.blob(content)));
        } catch (IOException missing) {
            throw damaged(content, missing);
        }
    }

    private int read(Sha256 content, InputStream in, byte[] buffer) throws IOException {
        try {
            return in.read(buffer);
        } catch (IOException damage) {
            throw damaged(content, damage);
        }
    }

    private SnapshotException damaged(Sha256 content, IOException cause) {
        return new SnapshotException(
                SnapshotFault.DAMAGED,
                "The stored content " + files.blob(content) + " is missing or damaged: " + cause.getMessage(),
                cause);
    }

    boolean isGood(Sha256 content) {
        try {
            get(content, OutputStream.nullOutputStream());
            return true;
        } catch (IOException damaged) {
            return false;
        }
    }

    /** Takes a damaged content away, so that a good one can be stored. */
    void remove(Sha256 content) throws IOException {
        Files.deleteIfExists(files.blob(content));
    }

    /** The files of all contents. */
    List<Path> all() throws IOException {
        List<Path> all = new ArrayList<>();
        if (Files.isDirectory(files.blobs())) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(files.blobs())) {
                for (Path folder : folders) {
                    try (DirectoryStream<Path> blobs = Files.newDirectoryStream(folder)) {
                        blobs.forEach(all::add);
                    }
                }
            }
        }
        return all;
    }
}
