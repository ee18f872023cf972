package studio.ctnr.workbench.life;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedSet;
import studio.ctnr.workbench.audit.AuditLog;
import studio.ctnr.workbench.audit.Caller;
import studio.ctnr.workbench.audit.Operation;
import studio.ctnr.workbench.internal.db.Database;
import studio.ctnr.workbench.inventory.ContainerFacts;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.inventory.Inventory;
import studio.ctnr.workbench.problem.Problems;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Short changes of what is known of a container: done at once, without a job, and written to the audit like any other. */
public final class EditService {
    private final Database database;
    private final Inventory inventory;
    private final AuditLog audit;

    /** Made by the workbench. */
    @SuppressWarnings("exports")
    public EditService(Database database, Inventory inventory, AuditLog audit) {
        this.database = database;
        this.inventory = inventory;
        this.audit = audit;
    }

    /** Gives a container these tags in place of those it has. */
    public ContainerRecord tag(String id, SortedSet<String> tags, Caller caller) throws WorkbenchException {
        return audited(Operation.TAG, id, String.join(", ", tags), caller, () -> {
            inventory.setTags(id, tags);
            return inventory.get(id);
        });
    }

    /**
     * Takes over what an editor has written into a container's folder.
     *
     * @param what was edited, in a few words
     */
    public ContainerRecord edited(String id, String what, Caller caller) throws WorkbenchException {
        return audited(Operation.EDIT, id, what, caller, () -> refresh(id));
    }

    /** Looks at a container's folder again, without saying that anybody did something. */
    public ContainerRecord refresh(String id) throws WorkbenchException {
        try {
            return inventory.refresh(id, ContainerFacts.read(inventory.get(id).folder()));
        } catch (IOException failure) {
            throw new WorkbenchException(Problems.of(failure), failure);
        }
    }

    private <T> T audited(Operation operation, String id, String detail, Caller caller, Database.Work<T> work)
            throws WorkbenchException {
        try {
            return database.transaction(() -> {
                T result = work.run();
                audit.write(caller, operation, Optional.of(id), detail, Optional.empty());
                return result;
            });
        } catch (WorkbenchException failure) {
            audit.write(caller, operation, Optional.of(id), detail, Optional.of(failure.problem()));
            throw failure;
        }
    }
}
