package studio.ctnr.workbench.compare;

/** What became of something between two containers. */
public enum Change {
    /** Only the second has it. */
    ADDED,
    /** Only the first has it. */
    REMOVED,
    /** Both have it, and not alike. */
    CHANGED;

    /** @param before whether the first has it; one of the two does */
    static Change of(boolean before, boolean after) {
        return before && after ? CHANGED : after ? ADDED : REMOVED;
    }
}
