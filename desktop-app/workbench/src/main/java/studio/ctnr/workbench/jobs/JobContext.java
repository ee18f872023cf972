package studio.ctnr.workbench.jobs;

import java.nio.file.Path;
import studio.ctnr.container.Progress;
import studio.ctnr.workbench.problem.WorkbenchException;

/** What a job's work is given. Reporting progress through it ends the work when it is cancelled. */
public interface JobContext extends Progress {
    /** The job's own. */
    long number();

    /** Which container it is about, where that comes out only now: for the record and the audit. */
    void about(String container) throws WorkbenchException;

    /**
     * Names a file or folder that the work is about to make, and that is to be removed when the program ends before the
     * work does, unless a container of the inventory lies there by then.
     */
    void leftover(Path path) throws WorkbenchException;

    /** What to do, beside ending at the next report, when the job is cancelled; at once if that has happened. */
    void onCancel(Runnable action);

    /** @throws java.util.concurrent.CancellationException when the job is cancelled */
    void checkCancelled();
}
