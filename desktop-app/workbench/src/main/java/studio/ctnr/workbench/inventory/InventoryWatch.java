package studio.ctnr.workbench.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.ctnr.workbench.internal.db.Database;
import studio.ctnr.workbench.internal.events.Announcements;
import studio.ctnr.workbench.problem.WorkbenchException;

/**
 * Tells listeners what changed, by the revisions that were last told and those that are there now: so it makes no
 * difference which process made a change.
 */
final class InventoryWatch {
    private static final Logger LOG = LoggerFactory.getLogger(InventoryWatch.class);

    private final Database database;
    private final ContainerRows rows;
    private final Announcements announcements;
    private final List<Consumer<InventoryChange>> listeners = new CopyOnWriteArrayList<>();
    private Map<String, Long> told = Map.of();

    InventoryWatch(Database database, ContainerRows rows, Announcements announcements) {
        this.database = database;
        this.rows = rows;
        this.announcements = announcements;
    }

    synchronized void add(Consumer<InventoryChange> listener) throws WorkbenchException {
        if (listeners.isEmpty()) {
            told = rows.revisions();
        }
        listeners.add(listener);
    }

    void remove(Consumer<InventoryChange> listener) {
        listeners.remove(listener);
    }

    /** Something may have changed: listeners are told soon. */
    void changed() {
        if (!listeners.isEmpty()) {
            announcements.later(this::tell);
        }
    }

    private synchronized void tell() {
        try {
            for (InventoryChange change : changes()) {
                for (Consumer<InventoryChange> listener : listeners) {
                    listener.accept(change);
                }
            }
        } catch (WorkbenchException failure) {
            LOG.warn("What changed in the inventory can't be read", failure);
        }
    }

    private List<InventoryChange> changes() throws WorkbenchException {
        List<InventoryChange> changes = new ArrayList<>();
        Map<String, Long> now = database.transaction(() -> {
            Map<String, Long> revisions = rows.revisions();
            for (var entry : revisions.entrySet()) {
                Long before = told.get(entry.getKey());
                if (!entry.getValue().equals(before)) {
                    ContainerRecord container = rows.find(entry.getKey()).orElseThrow();
                    changes.add(
                            before == null
                                    ? new InventoryChange.Added(container)
                                    : new InventoryChange.Changed(container));
                }
            }
            return revisions;
        });
        for (String id : told.keySet()) {
            if (!now.containsKey(id)) {
                changes.add(new InventoryChange.Removed(id));
            }
        }
        told = new HashMap<>(now);
        return changes;
    }
}
