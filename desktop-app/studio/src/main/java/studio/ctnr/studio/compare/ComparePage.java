package studio.ctnr.studio.compare;

import java.util.List;
import javafx.scene.Parent;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.page.Page;

/** Any two containers side by side: as they are in the library, as folders, or as {@code .ctnr} files. */
public final class ComparePage implements Page {
    private final CompareView view;

    public ComparePage(Comparing comparing, Desk desk) {
        CompareViewModel model = new CompareViewModel(comparing, desk.background());
        view = new CompareView(model, desk);
        model.offer();
    }

    @Override
    public List<Action> actions() {
        return view.actions();
    }

    @Override
    public Parent view() {
        return view;
    }
}
