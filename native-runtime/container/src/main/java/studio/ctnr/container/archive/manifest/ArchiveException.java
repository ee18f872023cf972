package studio.ctnr.container.archive.manifest;

import java.io.IOException;

/** An archive was refused, or could not be made or unpacked; the message is one sentence for people. */
public final class ArchiveException extends IOException {
    private static final long serialVersionUID = 1L;
    private final ArchiveFault fault;

    public ArchiveException(ArchiveFault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    public ArchiveException(ArchiveFault fault, String message) {
        this(fault, message, null);
    }

    public ArchiveFault fault() {
        return fault;
    }
}
