package studio.ctnr.studio.trash;

import javafx.scene.Parent;
import studio.ctnr.toolkit.page.Page;

/** What was retired and is not gone yet. */
public final class TrashPage implements Page {
    private final TrashViewModel model;
    private final TrashView view;

    public TrashPage(TrashViewModel model) {
        this.model = model;
        view = new TrashView(model);
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        model.retired().load();
    }
}
