package studio.ctnr.workbench.jobs;

import java.io.IOException;
import java.time.Clock;
import studio.ctnr.workbench.audit.AuditLog;
import studio.ctnr.workbench.internal.db.Database;
import studio.ctnr.workbench.internal.session.Sessions;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Jobs whose process is gone: they are marked so, and what they had half made is removed. */
public final class InterruptedJobs {
    private final JobRows rows;
    private final JobEnd end;
    private final Sessions sessions;

    /** Made by the workbench. */
    @SuppressWarnings("exports")
    public InterruptedJobs(Database database, AuditLog audit, Sessions sessions, Clock clock) {
        this.rows = new JobRows(database);
        this.end = new JobEnd(database, rows, audit, clock);
        this.sessions = sessions;
    }

    /** @return how many there were */
    public int clear() throws WorkbenchException, IOException {
        int cleared = 0;
        for (JobRows.Open job : rows.open()) {
            if (!sessions.isAlive(job.session())) {
                end.interrupted(job);
                cleared++;
            }
        }
        return cleared;
    }
}
