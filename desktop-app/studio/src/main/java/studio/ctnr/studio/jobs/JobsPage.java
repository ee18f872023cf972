package studio.ctnr.studio.jobs;

import javafx.scene.Parent;
import studio.ctnr.toolkit.page.Page;

/** What is being done, and what was. */
public final class JobsPage implements Page {
    private final JobsView view;

    public JobsPage(JobsViewModel model) {
        view = new JobsView(model);
    }

    @Override
    public Parent view() {
        return view;
    }
}
