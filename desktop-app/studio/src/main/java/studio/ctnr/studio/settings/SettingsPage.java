package studio.ctnr.studio.settings;

import javafx.scene.Parent;
import studio.ctnr.toolkit.page.Page;

/** What the user can choose. */
public final class SettingsPage implements Page {
    private final SettingsViewModel model;
    private final SettingsView view;

    /** @param about what is said of the program itself, at the end */
    public SettingsPage(SettingsViewModel model, Runnable about) {
        this.model = model;
        this.view = new SettingsView(model, about);
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        if (model.reportProperty().get().isEmpty()) {
            model.probe();
        }
    }
}
