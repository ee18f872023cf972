package studio.ctnr.studio.editor.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.studio.editor.Edited;
import studio.ctnr.studio.editor.EditorTab;
import studio.ctnr.studio.editor.registry.ContainerRegistry.Place;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.history.EditHistory;
import studio.ctnr.toolkit.notice.MessageBar;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;

/** The registry of a container: its hives are read in the background when the tab is first shown. */
public final class RegistryTab implements EditorTab, Edited {
    private final ContainerFolder folder;
    private final FavouriteShelf shelf;
    private final OtherRegistries others;
    private final Desk desk;
    private final EditHistory history = new EditHistory();
    private final BorderPane pane = new BorderPane();
    private final List<Consumer<RegistryViewModel>> waiting = new ArrayList<>();
    private volatile ContainerRegistry registry;
    private RegistryViewModel model;

    /**
     * @param shelf keeps the favourites
     * @param others what it can be compared with
     */
    public RegistryTab(ContainerFolder folder, FavouriteShelf shelf, OtherRegistries others, Desk desk) {
        this.folder = folder;
        this.shelf = shelf;
        this.others = others;
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
    public Optional<Edited> edited() {
        return Optional.of(this);
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
        model = new RegistryViewModel(opened, history, Clock.systemUTC());
        pane.setCenter(new RegistryView(
                model,
                new RegistrySearchModel(model, desk.background()),
                new RegistryActions(model, desk),
                new RegFiles(model, desk),
                new RegistryComparison(model, others, desk.background()),
                new FavouritesMenu(new Favourites(model, shelf), desk),
                desk.dialogs()));
        waiting.forEach(act -> act.accept(model));
        waiting.clear();
    }

    private void refuse(IOException e) {
        pane.setCenter(null);
        pane.setTop(MessageBar.of(
                Problem.of("HIVE-DAMAGED", e.getMessage(), new Remedy(Texts.text("registry.again"), this::open))));
    }

    @Override
    public void keep(Path drafts) throws IOException {
        ContainerRegistry opened = registry;
        if (opened != null) {
            opened.keep(drafts);
        }
    }

    @Override
    public Optional<Runnable> draft(Path drafts) throws IOException {
        Map<KeyPath, Hive> kept = new LinkedHashMap<>();
        for (Place hive : ContainerRegistry.places(folder)) {
            Path draft = drafts.resolve(hive.file().getFileName());
            if (Files.exists(draft)) {
                kept.put(hive.place(), Hive.read(draft));
            }
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(() -> whenOpen(model -> kept.forEach(model::takeUp)));
    }

    /** At once, or when the hives are read. */
    private void whenOpen(Consumer<RegistryViewModel> act) {
        if (model != null) {
            act.accept(model);
        } else {
            waiting.add(act);
        }
    }
}
