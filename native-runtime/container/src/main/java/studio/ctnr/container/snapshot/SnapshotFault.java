package studio.ctnr.container.snapshot;

/** Why something was not done with a snapshot. */
public enum SnapshotFault {
    /** There is no such snapshot. */
    NOT_FOUND,
    /** Several are meant by one label. */
    AMBIGUOUS,
    /** A label that can't be taken. */
    BAD_LABEL,
    /** Another process works on the store. */
    IN_USE,
    /** A file was changed while it was read. */
    SOURCE_CHANGED,
    /** Stored content is missing or is not what it was. */
    DAMAGED,
    /** What was put together is not what the snapshot holds. */
    TREE_MISMATCH
}
