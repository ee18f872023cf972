package studio.ctnr.workbench.inventory;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import studio.ctnr.workbench.internal.db.Database;
import studio.ctnr.workbench.internal.db.Row;
import studio.ctnr.workbench.internal.events.Announcements;
import studio.ctnr.workbench.problem.WorkbenchException;

/** The captures that this user has, finished or not. */
public final class Projects {
    private final Database database;
    private final Announcements announcements;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Made by the workbench. */
    @SuppressWarnings("exports")
    public Projects(Database database, Announcements announcements) {
        this.database = database;
        this.announcements = announcements;
    }

    /** All of them, the one that was last worked on first. */
    public List<ProjectRecord> list() throws WorkbenchException {
        return database.list("SELECT * FROM projects ORDER BY changed DESC, folder", Projects::read);
    }

    public Optional<ProjectRecord> find(Path folder) throws WorkbenchException {
        return database.find("SELECT * FROM projects WHERE folder = ?", Projects::read, normal(folder));
    }

    /** Adds one, or replaces what is known of it. */
    public void put(ProjectRecord project) throws WorkbenchException {
        database.update(
                "INSERT OR REPLACE INTO projects (folder, name, state, installer, container, created, changed)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                normal(project.folder()),
                project.name(),
                project.state(),
                project.installer(),
                project.container(),
                project.created(),
                project.changed());
        changed();
    }

    /** Forgets one; its folder stays. */
    public void forget(Path folder) throws WorkbenchException {
        database.update("DELETE FROM projects WHERE folder = ?", normal(folder));
        changed();
    }

    /** Runs {@code listener} after each change that is made here, on a thread that is not its own. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private void changed() {
        announcements.later(() -> listeners.forEach(Runnable::run));
    }

    private static Path normal(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    private static ProjectRecord read(Row row) throws SQLException {
        return new ProjectRecord(
                Path.of(row.text("folder")),
                row.text("name"),
                row.word("state", ProjectRecord.State.class),
                row.optionalText("installer"),
                row.optionalText("container"),
                row.time("created"),
                row.time("changed"));
    }
}
