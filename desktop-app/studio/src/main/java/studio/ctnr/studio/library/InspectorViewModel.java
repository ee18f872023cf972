package studio.ctnr.studio.library;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.ctnr.studio.bench.Bench;
import studio.ctnr.studio.bench.ContainerDetails;
import studio.ctnr.toolkit.background.BackgroundTask;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.workbench.audit.AuditRecord;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** What the inspector says of the selected container; it is read when the selection comes to rest on it. */
public final class InspectorViewModel {
    private static final int HISTORY = 12;

    private record Read(Optional<ContainerDetails> details, List<AuditRecord> history) {}

    private final Bench bench;
    private final Desk desk;
    private final ReadOnlyObjectWrapper<ContainerRecord> container = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<ContainerDetails>> details =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<AuditRecord> history = FXCollections.observableArrayList();
    /** Kept here, as the selection outlives this and does not keep it. */
    private final ChangeListener<ContainerRecord> follow = (o, was, is) -> show(is);

    private BackgroundTask<Read> reading;

    public InspectorViewModel(Bench bench, Desk desk, ObservableValue<ContainerRecord> selected) {
        this.bench = bench;
        this.desk = desk;
        selected.addListener(new WeakChangeListener<>(follow));
        show(selected.getValue());
    }

    /** Null when nothing is selected. */
    public ReadOnlyObjectProperty<ContainerRecord> containerProperty() {
        return container.getReadOnlyProperty();
    }

    /** Empty until they are read, and when they can't be. */
    public ReadOnlyObjectProperty<Optional<ContainerDetails>> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    /** What was done with it, newest first. */
    public ObservableList<AuditRecord> history() {
        return history;
    }

    private void show(ContainerRecord next) {
        if (reading != null) {
            reading.cancel();
        }
        boolean another =
                next == null || container.get() == null || !container.get().id().equals(next.id());
        if (another) {
            details.set(Optional.empty());
            history.clear();
        }
        container.set(next);
        if (next != null) {
            reading = desk.background()
                    .call(() -> new Read(Optional.of(bench.details(next)), bench.history(next.id(), HISTORY)))
                    .onSuccess(read -> {
                        details.set(read.details());
                        history.setAll(read.history());
                    })
                    .onError(e -> details.set(Optional.empty()))
                    .start();
        }
    }
}
