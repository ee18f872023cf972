package studio.ctnr.container.archive.manifest;

import java.time.Instant;

/**
 * One line of the manifest.
 *
 * @param path relative, with forward slashes, exactly as the folder has it
 * @param size in bytes; 0 for what has no content
 * @param modified a multiple of 100 ns, as NTFS keeps it; {@link #NO_TIME} for what has none
 * @param attributes those of {@link WindowsAttributes}
 * @param sha256 of the content; {@link Sha256#NONE} for what has none
 * @param offset of its first tar header, in bytes from the start of the uncompressed payload
 */
public record Entry(
        String path, EntryKind kind, long size, Instant modified, int attributes, Sha256 sha256, long offset) {
    /** The time of a folder or a whiteout. */
    public static final Instant NO_TIME = Instant.EPOCH;

    public Entry withSha256(Sha256 known) {
        return new Entry(path, kind, size, modified, attributes, known, offset);
    }

    public Entry withOffset(long known) {
        return new Entry(path, kind, size, modified, attributes, sha256, known);
    }

    /** The path of the file or folder that a stream belongs to; its own path for everything else. */
    public String owner() {
        return kind == EntryKind.STREAM ? path.substring(0, path.lastIndexOf(':')) : path;
    }

    /** Whether everything but the place in the payload is the same. */
    public boolean sameContent(Entry other) {
        return withOffset(0).equals(other.withOffset(0));
    }
}
