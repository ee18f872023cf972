package studio.ctnr.studio.editor.overview;

import java.util.function.Consumer;
import javafx.scene.Node;
import studio.ctnr.studio.editor.EditorTab;
import studio.ctnr.studio.editor.config.ConfigModel;
import studio.ctnr.toolkit.page.Desk;

/** A container at a glance: what it holds, how it is isolated, what can be started, what there is to know. */
public final class OverviewTab implements EditorTab {
    private final OverviewViewModel model;
    private final OverviewView view;

    /** @param go brings another tab into view */
    public OverviewTab(OverviewSubject subject, ConfigModel config, Desk desk, Consumer<String> go) {
        model = new OverviewViewModel(subject, config, desk, go);
        view = new OverviewView(model);
    }

    @Override
    public void shown() {
        model.look();
    }

    @Override
    public String id() {
        return "overview";
    }

    @Override
    public Node view() {
        return view;
    }
}
