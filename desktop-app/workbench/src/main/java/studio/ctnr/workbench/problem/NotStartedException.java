package studio.ctnr.workbench.problem;

import studio.ctnr.engine.run.RunEnd;

/** The launcher ran, and would not or could not start the application; the cause of the job's failure. */
public final class NotStartedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient RunEnd end;

    public NotStartedException(RunEnd end) {
        super(end.failure().orElse("The application did not start"));
        this.end = end;
    }

    /** With the launcher's own exit code. */
    public RunEnd end() {
        return end;
    }
}
