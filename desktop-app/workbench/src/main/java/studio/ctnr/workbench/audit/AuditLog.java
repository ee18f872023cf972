package studio.ctnr.workbench.audit;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import studio.ctnr.workbench.audit.AuditRecord.Result;
import studio.ctnr.workbench.internal.db.Database;
import studio.ctnr.workbench.internal.db.Row;
import studio.ctnr.workbench.problem.Problem;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Who did what to which container, and how it ended. */
public final class AuditLog {
    private final Database database;
    private final Clock clock;

    /** Made by the workbench. */
    @SuppressWarnings("exports")
    public AuditLog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The latest records, newest first. */
    public List<AuditRecord> latest(int limit) throws WorkbenchException {
        return database.list("SELECT * FROM audit ORDER BY number DESC LIMIT ?", AuditLog::read, limit);
    }

    /** What was done to one container, newest first. */
    public List<AuditRecord> of(String container, int limit) throws WorkbenchException {
        return database.list(
                "SELECT * FROM audit WHERE container = ? ORDER BY number DESC LIMIT ?",
                AuditLog::read,
                container,
                limit);
    }

    /** Writes a record of what was done, or what hindered it. */
    public void write(
            Caller caller, Operation operation, Optional<String> container, String detail, Optional<Problem> problem)
            throws WorkbenchException {
        Result result = problem.isEmpty()
                ? Result.DONE
                : problem.get().code().equals(ProblemCode.CANCELLED.word()) ? Result.CANCELLED : Result.FAILED;
        database.update(
                "INSERT INTO audit (time, user, program, operation, container, detail, result, problem)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                clock.instant(),
                caller.user(),
                caller.program(),
                operation,
                container,
                detail,
                result,
                problem.map(Problem::code));
    }

    private static AuditRecord read(Row row) throws SQLException {
        return new AuditRecord(
                row.number("number"),
                row.time("time"),
                new Caller(row.text("user"), row.text("program")),
                row.word("operation", Operation.class),
                row.optionalText("container"),
                row.text("detail"),
                row.word("result", Result.class),
                row.optionalText("problem"));
    }
}
