package studio.ctnr.studio.captures;

import javafx.scene.Parent;
import studio.ctnr.toolkit.page.Page;

/** The captures that were begun. */
public final class CapturesPage implements Page {
    private final CapturesViewModel model;
    private final CapturesView view;

    public CapturesPage(CapturesViewModel model) {
        this.model = model;
        this.view = new CapturesView(model);
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        model.captures().load();
    }
}
