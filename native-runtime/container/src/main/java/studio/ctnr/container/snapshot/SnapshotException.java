package studio.ctnr.container.snapshot;

import java.io.IOException;

/** Something was not done with a snapshot; the container is as it was. The message is one sentence for people. */
public final class SnapshotException extends IOException {
    private static final long serialVersionUID = 1L;
    private final SnapshotFault fault;

    SnapshotException(SnapshotFault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    SnapshotException(SnapshotFault fault, String message) {
        this(fault, message, null);
    }

    public SnapshotFault fault() {
        return fault;
    }
}
