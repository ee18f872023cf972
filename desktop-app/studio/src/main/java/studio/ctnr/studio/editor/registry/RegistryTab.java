package studio.ctnr.studio.editor.registry;

import java.io.IOException;
import java.time.Clock;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.studio.editor.EditorTab;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.history.EditHistory;
import studio.ctnr.toolkit.notice.MessageBar;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;

/** The registry of a container: its hives are read in the background when the tab is first shown. */
public final class RegistryTab implements EditorTab {
    private final ContainerFolder folder;
    private final Desk desk;
    private final EditHistory history = new EditHistory();
    private final BorderPane pane = new BorderPane();
    private volatile ContainerRegistry registry;

    public RegistryTab(ContainerFolder folder, Desk desk) {
        this.folder = folder;
        this.desk = desk;
        open();
    }

    @Override
    public String id() {
        return "registry";
    }

    @Override
    public Node view() {
        return pane;
    }

    @Override
    public EditHistory history() {
        return history;
    }

    @Override
    public void save() throws IOException {
        ContainerRegistry opened = registry;
        if (opened != null) {
            opened.save();
        }
    }

    private void open() {
        pane.setTop(null);
        pane.setCenter(new StackPane(new ProgressIndicator()));
        desk.background()
                .call(() -> ContainerRegistry.open(folder))
                .onSuccess(this::show)
                .onError(IOException.class, this::refuse)
                .start();
    }

    private void show(ContainerRegistry opened) {
        registry = opened;
        RegistryViewModel model = new RegistryViewModel(opened, history, Clock.systemUTC());
        pane.setCenter(new RegistryView(
                model,
                new RegistrySearchModel(model, desk.background()),
                new RegistryActions(model, desk),
                new RegFiles(model, desk)));
    }

    private void refuse(IOException e) {
        pane.setCenter(null);
        pane.setTop(MessageBar.of(
                Problem.of("HIVE-DAMAGED", e.getMessage(), new Remedy(Texts.text("registry.again"), this::open))));
    }
}
