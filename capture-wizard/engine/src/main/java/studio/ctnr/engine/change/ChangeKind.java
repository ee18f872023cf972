package studio.ctnr.engine.change;

/** What happened to a file, folder, key or value between the clean machine and the end of the capture. */
public enum ChangeKind {
    ADDED,
    CHANGED,
    DELETED
}
