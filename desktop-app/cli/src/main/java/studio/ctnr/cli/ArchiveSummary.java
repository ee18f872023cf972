package studio.ctnr.cli;

import java.io.IOException;
import java.util.List;
import studio.ctnr.container.archive.Archive;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.EntryKind;
import studio.ctnr.container.archive.manifest.Manifest;
import studio.ctnr.container.archive.manifest.WindowsAttributes;

/**
 * An archive in a few numbers, as {@code inspect --json} writes it.
 *
 * @param size of all content, in bytes
 * @param packedSize of the payload, in bytes
 * @param ratio of the two; 1 when there is no content
 * @param entries null when nobody asked for them
 */
record ArchiveSummary(
        String id,
        String name,
        String version,
        String builder,
        String runtimeBuild,
        long files,
        long folders,
        long whiteouts,
        long streams,
        long size,
        long packedSize,
        long fileSize,
        double ratio,
        String merkleRoot,
        boolean signed,
        List<Line> entries) {
    /** One entry; the time is in UTC, as ISO 8601 has it. */
    record Line(String path, String kind, long size, String sha256, String modified, String attributes) {
        static Line of(Entry entry) {
            boolean content = entry.kind().hasContent();
            return new Line(
                    entry.path(),
                    entry.kind().word(),
                    entry.size(),
                    content ? entry.sha256().toString() : null,
                    content ? entry.modified().toString() : null,
                    WindowsAttributes.letters(entry.attributes()));
        }
    }

    static ArchiveSummary of(Archive archive, boolean withEntries) throws IOException {
        Manifest manifest = archive.manifest();
        long size = manifest.contentSize();
        return new ArchiveSummary(
                manifest.info().id(),
                manifest.info().name(),
                manifest.info().version(),
                manifest.info().builder(),
                manifest.info().runtimeBuild(),
                manifest.count(EntryKind.FILE),
                manifest.count(EntryKind.FOLDER),
                manifest.count(EntryKind.WHITEOUT),
                manifest.count(EntryKind.STREAM),
                size,
                archive.packedSize(),
                archive.fileSize(),
                size == 0 ? 1 : (double) archive.packedSize() / size,
                manifest.root().toString(),
                archive.isSigned(),
                withEntries ? manifest.entries().stream().map(Line::of).toList() : null);
    }
}
