package studio.ctnr.workbench.inventory;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import studio.ctnr.workbench.internal.db.Database;
import studio.ctnr.workbench.internal.events.Announcements;
import studio.ctnr.workbench.inventory.ContainerRecord.LeakCheck;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

/** The containers that this user has. What changes them are the services of a container's life. */
public final class Inventory {
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/+-]{0,63}");

    private final Database database;
    private final ContainerRows rows;
    private final InventoryWatch watch;

    /** Made by the workbench. */
    @SuppressWarnings("exports")
    public Inventory(Database database, Announcements announcements) {
        this.database = database;
        this.rows = new ContainerRows(database);
        this.watch = new InventoryWatch(database, rows, announcements);
    }

    /** All of them, by name. */
    public List<ContainerRecord> list() throws WorkbenchException {
        return rows.all();
    }

    /** Those in whose id, name, version, publisher, description or tags each word of {@code query} is found. */
    public List<ContainerRecord> search(String query) throws WorkbenchException {
        return rows.search(SearchWords.patterns(query));
    }

    public Optional<ContainerRecord> find(String id) throws WorkbenchException {
        return rows.find(id);
    }

    /** @throws WorkbenchException {@link ProblemCode#NOT_FOUND} */
    public ContainerRecord get(String id) throws WorkbenchException {
        return rows.find(id)
                .orElseThrow(() -> new WorkbenchException(
                        ProblemCode.NOT_FOUND,
                        "The inventory has no container " + id,
                        "'ctnr list' shows what it has"));
    }

    /** The container whose folder this is. */
    public Optional<ContainerRecord> at(Path folder) throws WorkbenchException {
        return rows.at(folder.toAbsolutePath().normalize());
    }

    /** Every tag that is given, in their order. */
    public List<String> tags() throws WorkbenchException {
        return rows.tags();
    }

    /** Tells {@code listener} of each change from now on, whichever process makes it, on a thread that is not its own. */
    public void addListener(Consumer<InventoryChange> listener) throws WorkbenchException {
        watch.add(listener);
    }

    public void removeListener(Consumer<InventoryChange> listener) {
        watch.remove(listener);
    }

    /**
     * Adds a container, for the services.
     *
     * @throws WorkbenchException {@link ProblemCode#ID_TAKEN}
     */
    public ContainerRecord add(ContainerFacts facts, Path folder, boolean linked, boolean signed, Instant now)
            throws WorkbenchException {
        String id = facts.config().id();
        database.durably(() -> {
            if (rows.find(id).isPresent()) {
                throw taken(id);
            }
            rows.insert(facts, folder.toAbsolutePath().normalize(), linked, signed, now);
            return null;
        });
        watch.changed();
        return get(id);
    }

    /** What is thrown where an id is not free any more. */
    public static WorkbenchException taken(String id) {
        return new WorkbenchException(
                ProblemCode.ID_TAKEN,
                "The inventory has a container " + id + " already",
                "Choose another id, or retire that one first");
    }

    /** Takes over what the folder says now. */
    public ContainerRecord refresh(String id, ContainerFacts facts) throws WorkbenchException {
        database.transaction(() -> {
            get(id);
            rows.refresh(id, facts);
            return null;
        });
        watch.changed();
        return get(facts.config().id());
    }

    public void remove(String id) throws WorkbenchException {
        rows.delete(id);
        watch.changed();
    }

    public void started(String id, Instant time) throws WorkbenchException {
        rows.set(id, "last_run", time);
        watch.changed();
    }

    public void checked(String id, LeakCheck check) throws WorkbenchException {
        database.transaction(() -> {
            rows.set(id, "leaks", check.leaks());
            rows.set(id, "leaks_checked", check.time());
            return null;
        });
        watch.changed();
    }

    /** Replaces the findings that are not of config.yml, such as a build's blockers. */
    public void setFindings(String id, List<Finding> findings) throws WorkbenchException {
        rows.setFindings(id, findings);
        watch.changed();
    }

    /**
     * Gives a container these tags in place of those it has.
     *
     * @throws WorkbenchException {@link ProblemCode#BAD_VALUE}
     */
    public void setTags(String id, SortedSet<String> tags) throws WorkbenchException {
        for (String tag : tags) {
            if (!TAG.matcher(tag).matches()) {
                throw new WorkbenchException(
                        ProblemCode.BAD_VALUE,
                        "'" + tag + "' can't be a tag",
                        "A tag is up to 64 letters, digits, spaces and . _ / + -, and begins with a letter or digit");
            }
        }
        database.transaction(() -> {
            get(id);
            rows.setTags(id, tags);
            return null;
        });
        watch.changed();
    }

    /** Looks for what another process has changed; called when the database's file was written. */
    public void lookAgain() {
        watch.changed();
    }
}
