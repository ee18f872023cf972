package studio.ctnr.container.config;

/** How a snapshot keeps what changed since the one before. */
public enum SnapshotStrategy {
    DELTA,
    VHD_DIFF
}
