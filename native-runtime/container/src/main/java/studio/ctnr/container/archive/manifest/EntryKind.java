package studio.ctnr.container.archive.manifest;

import java.util.Locale;

/** What an entry of the manifest is. The order is that of the numbers in a Merkle leaf, and never changes. */
public enum EntryKind {
    /** A file, with content and a time. */
    FILE,
    /** A folder; its time is that of the last change to its list of names, not content, and is not kept. */
    FOLDER,
    /** An empty file whose name says what is deleted: see {@link studio.ctnr.container.Whiteout}. */
    WHITEOUT,
    /** An alternate data stream, whose path is {@code OWNER:STREAM}; its time is its owner's. */
    STREAM;

    /** The word in the manifest. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether entries of this kind have bytes, and so a SHA-256. */
    public boolean hasContent() {
        return this == FILE || this == STREAM;
    }
}
