package studio.ctnr.studio.captures;

import java.nio.file.Path;
import java.util.List;
import studio.ctnr.studio.bench.Bench;
import studio.ctnr.studio.bench.CaptureSummary;
import studio.ctnr.studio.navigation.Navigator;
import studio.ctnr.studio.rows.LoadedRows;
import studio.ctnr.toolkit.page.Desk;

/** The capture projects, each of which the wizard can take up again. */
public final class CapturesViewModel {
    private final Desk desk;
    private final Navigator navigator;
    private final LoadedRows<CaptureSummary> captures;

    public CapturesViewModel(Bench bench, Desk desk, Navigator navigator) {
        this.desk = desk;
        captures = new LoadedRows<>(desk.background(), bench::captures);
        this.navigator = navigator;
    }

    /** Newest first. */
    public LoadedRows<CaptureSummary> captures() {
        return captures;
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
