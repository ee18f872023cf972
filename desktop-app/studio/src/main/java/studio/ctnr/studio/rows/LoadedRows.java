package studio.ctnr.studio.rows;

import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.ctnr.studio.bench.Failures;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.problem.Problem;

/** What a page lists, read anew when it is asked to, or why it can't be read. */
public final class LoadedRows<T> {
    private final Background background;
    private final Callable<List<T>> read;
    private final ObservableList<T> items = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();

    /** @param read called off the FX thread */
    public LoadedRows(Background background, Callable<List<T>> read) {
        this.background = background;
        this.read = read;
    }

    /** Looks again at what there is. */
    public void load() {
        background
                .call(read)
                .onSuccess(found -> {
                    problem.set(null);
                    items.setAll(found);
                })
                .onError(e -> problem.set(Failures.of(e, this::load)))
                .start();
    }

    /** As they were read last. */
    public ObservableList<T> items() {
        return items;
    }

    /** Why they can't be shown, or null. */
    public ReadOnlyObjectProperty<Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
