package studio.ctnr.container.archive.manifest;

import java.util.List;

/** The values that stand beside the entries. */
final class ManifestFields extends JsonFields {
    /** Called as soon as the entries begin: those of a later version may mean anything. */
    void checkVersion() throws ArchiveException {
        long version = size("formatVersion");
        if (version > Manifest.FORMAT_VERSION) {
            throw new ArchiveException(
                    ArchiveFault.NEWER_FORMAT,
                    "The archive has format version %d, and this ctnr reads up to %d: it needs a newer ctnr"
                            .formatted(version, Manifest.FORMAT_VERSION));
        }
    }

    Manifest manifest(List<Entry> entries) throws ArchiveException {
        checkVersion();
        ArchiveInfo info =
                new ArchiveInfo(text("id"), text("name"), text("version"), text("builder"), text("runtimeBuild"));
        return new Manifest(info, Sha256.parse(text("merkleRoot")), size("payloadSize"), entries);
    }
}
