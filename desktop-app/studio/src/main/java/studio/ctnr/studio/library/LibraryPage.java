package studio.ctnr.studio.library;

import java.util.List;
import javafx.scene.Parent;
import studio.ctnr.studio.bench.Bench;
import studio.ctnr.studio.settings.Preferences;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.page.Page;

/** The containers that there are. */
public final class LibraryPage implements Page {
    private final LibraryActions actions;
    private final LibraryHeader header;
    private final LibraryView view;

    /** @param sample begins the wizard with the sample installer */
    public LibraryPage(
            LibraryViewModel model,
            ContainerCommands commands,
            BeginningActions begin,
            IconShelf icons,
            Bench bench,
            Desk desk,
            Preferences preferences,
            Runnable sample) {
        actions = new LibraryActions(model, commands, begin, this::find);
        header = new LibraryHeader(model, actions);
        Inspector inspector =
                new Inspector(new InspectorViewModel(bench, desk, model.selectedProperty()), commands, actions, icons);
        DragOut dragOut = new DragOut(bench, desk);
        view = new LibraryView(model, inspector, icons, actions, commands, preferences, header, dragOut, sample);
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public List<Action> actions() {
        return actions.all();
    }

    @Override
    public void shown() {
        view.takeFocus();
    }

    private void find() {
        header.focusSearch();
    }
}
