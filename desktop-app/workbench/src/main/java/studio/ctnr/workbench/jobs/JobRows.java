package studio.ctnr.workbench.jobs;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import studio.ctnr.workbench.audit.Caller;
import studio.ctnr.workbench.audit.Operation;
import studio.ctnr.workbench.internal.db.Database;
import studio.ctnr.workbench.internal.db.Row;
import studio.ctnr.workbench.problem.Problem;
import studio.ctnr.workbench.problem.WorkbenchException;

/** The jobs' rows in the database: what is known of them when their process is gone. */
final class JobRows {
    private static final String OPEN = "state IN ('QUEUED', 'RUNNING')";

    private final Database database;

    JobRows(Database database) {
        this.database = database;
    }

    /** A job that a process left open. */
    record Open(long number, String session, JobRequest request) {}

    long insert(JobRequest request, String session, Instant now) throws WorkbenchException {
        return database.insert(
                "INSERT INTO jobs (kind, title, container, user, program, operation, detail, session, state, created)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                request.kind(),
                request.title(),
                request.container(),
                request.caller().user(),
                request.caller().program(),
                request.operation(),
                request.detail(),
                session,
                JobState.QUEUED,
                now);
    }

    void started(long number, Instant now) throws WorkbenchException {
        database.update("UPDATE jobs SET state = ?, started = ? WHERE number = ?", JobState.RUNNING, now, number);
    }

    /** @return false when somebody else has ended it already */
    boolean ended(long number, JobState state, Optional<Problem> problem, Instant now) throws WorkbenchException {
        database.update("DELETE FROM leftovers WHERE job = ?", number);
        int changed = database.update(
                "UPDATE jobs SET state = ?, ended = ?, problem = ?, sentence = ?, remedy = ? WHERE number = ? AND "
                        + OPEN,
                state,
                now,
                problem.map(Problem::code),
                problem.map(Problem::sentence),
                problem.map(Problem::remedy),
                number);
        return changed == 1;
    }

    void about(long number, String container) throws WorkbenchException {
        database.update("UPDATE jobs SET container = ? WHERE number = ?", container, number);
    }

    void leftover(long number, Path path) throws WorkbenchException {
        database.update("INSERT OR IGNORE INTO leftovers VALUES (?, ?)", number, path);
    }

    /** What a job made and must not leave: not what a container of the inventory lies in by now. */
    List<Path> leftovers(long number) throws WorkbenchException {
        return database.list(
                "SELECT path FROM leftovers WHERE job = ? AND path NOT IN (SELECT folder FROM containers)",
                row -> Path.of(row.text("path")),
                number);
    }

    List<Open> open() throws WorkbenchException {
        return database.list(
                "SELECT * FROM jobs WHERE " + OPEN,
                row -> new Open(row.number("number"), row.text("session"), request(row)));
    }

    List<JobRecord> latest(int limit) throws WorkbenchException {
        return database.list("SELECT * FROM jobs ORDER BY number DESC LIMIT ?", JobRows::read, limit);
    }

    Optional<JobRecord> find(long number) throws WorkbenchException {
        return database.find("SELECT * FROM jobs WHERE number = ?", JobRows::read, number);
    }

    int forget(Instant before) throws WorkbenchException {
        return database.update("DELETE FROM jobs WHERE NOT " + OPEN + " AND ended < ?", before);
    }

    private static JobRequest request(Row row) throws SQLException {
        return new JobRequest(
                row.word("kind", JobKind.class),
                row.text("title"),
                row.optionalText("container"),
                new Caller(row.text("user"), row.text("program")),
                row.optionalText("operation").map(Operation::valueOf),
                row.text("detail"));
    }

    private static JobRecord read(Row row) throws SQLException {
        JobRequest request = request(row);
        Optional<String> code = row.optionalText("problem");
        String sentence = row.text("sentence");
        String remedy = row.text("remedy");
        return new JobRecord(
                row.number("number"),
                request.kind(),
                request.title(),
                request.container(),
                request.caller(),
                row.word("state", JobState.class),
                JobProgress.NONE,
                row.time("created"),
                row.optionalTime("started"),
                row.optionalTime("ended"),
                code.map(word -> new Problem(word, sentence, remedy)));
    }
}
