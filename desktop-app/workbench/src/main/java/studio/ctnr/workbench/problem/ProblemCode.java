package studio.ctnr.workbench.problem;

import java.util.Locale;

/** What can be wrong with what was asked of the workbench; a word is never given a new meaning. */
public enum ProblemCode {
    /** There is no such container, project, snapshot or file. */
    NOT_FOUND,
    /** Several are meant by one word. */
    AMBIGUOUS,
    /** The inventory has a container of this id already. */
    ID_TAKEN,
    /** A value that can't be taken: an id, a tag, a label. */
    BAD_VALUE,
    /** The container runs. */
    RUNNING,
    /** The container's launcher would not, or could not, start the application. */
    NOT_STARTED,
    /** Another job, of this program or another one, works on the container. */
    BUSY,
    /** Something lies where something is to be written. */
    IN_THE_WAY,
    /** A container's folder whose config.yml or layout can't be used. */
    INVALID_CONTAINER,
    /** A capture that can't become a container. */
    NOT_BUILDABLE,
    /** What was unpacked is not what the manifest says. */
    NOT_AS_PROMISED,
    /** A snapshot's data are damaged or missing. */
    SNAPSHOT_DAMAGED,
    /** The host lacks what is needed. */
    NOT_AVAILABLE,
    /** The job was stopped by who started it. */
    CANCELLED,
    /** The program ended before the job did. */
    INTERRUPTED,
    /** The inventory itself can't be used. */
    INVENTORY_UNUSABLE,
    /** Reading or writing failed: no permission, a full disk. */
    INPUT_OUTPUT,
    /** A fault of this program. */
    INTERNAL;

    /** As {@link Problem#code} has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
