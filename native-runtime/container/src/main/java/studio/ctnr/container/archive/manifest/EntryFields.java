package studio.ctnr.container.archive.manifest;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;

/** The values of one entry. */
final class EntryFields extends JsonFields {
    Entry entry() throws ArchiveException {
        String path = text("path");
        String word = text("kind");
        EntryKind kind = Arrays.stream(EntryKind.values())
                .filter(known -> known.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new ArchiveException(
                        ArchiveFault.LINK,
                        "%s is of the kind %s, which a container does not hold"
                                .formatted(Quoted.of(path), Quoted.of(word))));
        return new Entry(
                path,
                kind,
                kind.hasContent() || has("size") ? size("size") : 0,
                kind.hasContent() ? time(path) : Entry.NO_TIME,
                has("attributes") ? WindowsAttributes.parse(text("attributes")) : 0,
                kind.hasContent() ? Sha256.parse(text("sha256")) : Sha256.NONE,
                size("offset"));
    }

    private Instant time(String path) throws ArchiveException {
        try {
            return FileTimes.parse(text("modified"));
        } catch (DateTimeException bad) {
            throw new ArchiveException(
                    ArchiveFault.MANIFEST_INVALID,
                    "The time of %s is not one that NTFS can have".formatted(Quoted.of(path)),
                    bad);
        }
    }
}
