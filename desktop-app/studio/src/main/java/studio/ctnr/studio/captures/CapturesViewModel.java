package studio.ctnr.studio.captures;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.ctnr.studio.bench.Bench;
import studio.ctnr.studio.bench.CaptureSummary;
import studio.ctnr.studio.bench.Failures;
import studio.ctnr.studio.navigation.Navigator;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;

/** The capture projects, each of which the wizard can take up again. */
public final class CapturesViewModel {
    private final Bench bench;
    private final Desk desk;
    private final Navigator navigator;
    private final ObservableList<CaptureSummary> captures = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();

    public CapturesViewModel(Bench bench, Desk desk, Navigator navigator) {
        this.bench = bench;
        this.desk = desk;
        this.navigator = navigator;
    }

    /** Looks again at what there is. */
    public void load() {
        desk.background()
                .call(bench::captures)
                .onSuccess(found -> {
                    problem.set(null);
                    captures.setAll(found);
                })
                .onError(e -> problem.set(Failures.of(e, this::load)))
                .start();
    }

    /** Newest first. */
    public ObservableList<CaptureSummary> captures() {
        return captures;
    }

    /** Why they can't be shown, or null. */
    public ReadOnlyObjectProperty<Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public void begin() {
        navigator.capture(List.of());
    }

    public void resume(CaptureSummary capture) {
        navigator.resume(capture.folder());
    }

    public void showFolder(Path folder) {
        desk.dialogs().open(folder);
    }
}
