package studio.ctnr.studio.editor.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.studio.editor.Edited;
import studio.ctnr.studio.editor.EditorTab;
import studio.ctnr.studio.editor.Opening;
import studio.ctnr.studio.editor.registry.ContainerRegistry.Place;
import studio.ctnr.toolkit.history.EditHistory;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;

/** The registry of a container: its hives are read in the background when the tab is first shown. */
public final class RegistryTab implements EditorTab, Edited {
    private final ContainerFolder folder;
    private final FavouriteShelf shelf;
    private final OtherRegistries others;
    private final boolean editable;
    private final Desk desk;
    private final EditHistory history = new EditHistory();
    private final Opening<ContainerRegistry> opening;
    private RegistryViewModel model;
    private RegistryView view;

    /**
     * @param shelf keeps the favourites
     * @param others what it can be compared with
     */
    public RegistryTab(ContainerFolder folder, FavouriteShelf shelf, OtherRegistries others, Desk desk) {
        this(folder, shelf, others, desk, true);
    }

    private RegistryTab(
            ContainerFolder folder, FavouriteShelf shelf, OtherRegistries others, Desk desk, boolean editable) {
        this.editable = editable;
        this.folder = folder;
        this.shelf = shelf;
        this.others = others;
        this.desk = desk;
        opening = new Opening<>(
                desk.background(),
                () -> ContainerRegistry.open(folder),
                e -> Problem.of("HIVE-DAMAGED", e.getMessage()),
                this::view);
    }

    /** The registry that is only shown. */
    public static RegistryTab shown(ContainerFolder folder, FavouriteShelf shelf, OtherRegistries others, Desk desk) {
        return new RegistryTab(folder, shelf, others, desk, false);
    }

    @Override
    public String id() {
        return "registry";
    }

    @Override
    public Node view() {
        return opening.node();
    }

    @Override
    public void focus() {
        opening.whenOpen(opened -> view.focusKeys());
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
        Optional<ContainerRegistry> opened = opening.opened();
        if (opened.isPresent()) {
            opened.get().save();
        }
    }

    private RegistryView view(ContainerRegistry opened) {
        model = new RegistryViewModel(opened, history, Clock.systemUTC(), editable);
        view = new RegistryView(
                model,
                new RegistrySearchModel(model, desk.background()),
                new RegistryActions(model, desk),
                new RegFiles(model, desk),
                new RegistryComparison(model, others, desk.background()),
                new FavouritesMenu(new Favourites(model, shelf), desk),
                desk.dialogs());
        return view;
    }

    @Override
    public void keep(Path drafts) throws IOException {
        Optional<ContainerRegistry> opened = opening.opened();
        if (opened.isPresent()) {
            opened.get().keep(drafts);
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
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(() -> opening.whenOpen(opened -> kept.forEach(model::takeUp)));
    }
}
