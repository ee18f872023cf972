package studio.ctnr.wizard.diff;

/** What a row of the diff tree stands for. */
public enum NodeKind {
    /** "Files" and "Registry". */
    ROOT,
    FOLDER,
    FILE,
    KEY,
    VALUE;

    public boolean isContainer() {
        return this != FILE && this != VALUE;
    }

    public boolean isRegistry() {
        return this == KEY || this == VALUE;
    }
}
