package studio.ctnr.container.archive.manifest;

/**
 * Something in an archive that is not as it was written.
 *
 * @param path of the entry, or the name of the member
 * @param message one sentence for people
 */
public record Damage(ArchiveFault fault, String path, String message) {
    public ArchiveException exception() {
        return new ArchiveException(fault, message);
    }
}
