package studio.ctnr.workbench.inventory;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import studio.ctnr.workbench.internal.db.Database;
import studio.ctnr.workbench.internal.db.Row;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

/**
 * What the inventory knows of retired containers. Each way is written down before its folder moves and after it has, so
 * that the next start can tell where a crash happened.
 */
public final class Trash {
    private static final String FINDING = "severity, code, subject, sentence, remedy";

    private final Database database;
    private final Inventory inventory;

    /** Made by the workbench. */
    @SuppressWarnings("exports")
    public Trash(Database database, Inventory inventory) {
        this.database = database;
        this.inventory = inventory;
    }

    /** What can be brought back, the latest first. */
    public List<RetiredContainer> list() throws WorkbenchException {
        return database.list("SELECT * FROM trash WHERE moved ORDER BY retired DESC, token", Trash::read);
    }

    /**
     * The one that is meant by a token, or the latest of an id.
     *
     * @throws WorkbenchException {@link ProblemCode#NOT_FOUND}
     */
    public RetiredContainer get(String name) throws WorkbenchException {
        return database.find(
                        "SELECT * FROM trash WHERE moved AND (token = ? OR id = ?)"
                                + " ORDER BY token = ? DESC, retired DESC",
                        Trash::read,
                        name,
                        name,
                        name)
                .orElseThrow(() -> new WorkbenchException(
                        ProblemCode.NOT_FOUND,
                        "The trash has no container " + name,
                        "'ctnr trash ls' shows what it has"));
    }

    /** Those whose way to the trash was not finished. */
    public List<RetiredContainer> leaving() throws WorkbenchException {
        return database.list("SELECT * FROM trash WHERE NOT moved", Trash::read);
    }

    /** It is about to go. */
    public RetiredContainer leave(ContainerRecord container, String token, Instant now) throws WorkbenchException {
        return database.durably(() -> {
            database.update(
                    "INSERT INTO trash SELECT ?, id, name, version, folder, linked, size, signed, created, last_run, ?, 0"
                            + " FROM containers WHERE id = ?",
                    token,
                    now,
                    container.id());
            database.update(
                    "INSERT INTO trash_tags SELECT ?, tag FROM tags WHERE container = ?", token, container.id());
            database.update(
                    "INSERT INTO trash_findings SELECT ?, place, " + FINDING + " FROM findings WHERE container = ?",
                    token,
                    container.id());
            return database.find("SELECT * FROM trash WHERE token = ?", Trash::read, token)
                    .orElseThrow();
        });
    }

    /** It has gone. */
    public void left(RetiredContainer container) throws WorkbenchException {
        database.durably(() -> {
            inventory.remove(container.id());
            database.update("UPDATE trash SET moved = 1 WHERE token = ?", container.token());
            return null;
        });
    }

    /** It is back at its folder, or never went. */
    public void forget(RetiredContainer container) throws WorkbenchException {
        database.update("DELETE FROM trash WHERE token = ?", container.token());
    }

    /** It is back, with what was known of it. */
    public ContainerRecord back(RetiredContainer container, ContainerFacts facts) throws WorkbenchException {
        return database.durably(() -> {
            String token = container.token();
            Known known = database.find("SELECT * FROM trash WHERE token = ?", Known::read, token)
                    .orElseThrow();
            List<String> tags =
                    database.list("SELECT tag FROM trash_tags WHERE token = ?", row -> row.text("tag"), token);
            List<Finding> findings = database.list(
                    "SELECT * FROM trash_findings WHERE token = ? ORDER BY place", ContainerRows::finding, token);
            ContainerRecord added =
                    inventory.add(facts, container.folder(), container.linked(), known.signed, known.created);
            inventory.setTags(added.id(), new TreeSet<>(tags));
            inventory.setFindings(
                    added.id(),
                    findings.stream().filter(finding -> !finding.isOfConfig()).toList());
            if (known.lastRun.isPresent()) {
                inventory.started(added.id(), known.lastRun.get());
            }
            forget(container);
            return inventory.get(added.id());
        });
    }

    private record Known(boolean signed, Instant created, Optional<Instant> lastRun) {
        static Known read(Row row) throws SQLException {
            return new Known(row.flag("signed"), row.time("created"), row.optionalTime("last_run"));
        }
    }

    private static RetiredContainer read(Row row) throws SQLException {
        return new RetiredContainer(
                row.text("token"),
                row.text("id"),
                row.text("name"),
                row.text("version"),
                Path.of(row.text("folder")),
                row.flag("linked"),
                row.number("size"),
                row.time("retired"));
    }
}
