package studio.ctnr.studio.library;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableSet;
import studio.ctnr.studio.archive.OpenedArchive;
import studio.ctnr.studio.bench.Bench;
import studio.ctnr.studio.bench.Failures;
import studio.ctnr.studio.navigation.Navigator;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.dialog.FileChoice;
import studio.ctnr.toolkit.notice.Notice;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** The library: which containers there are, which one is selected, and what comes in by file. */
public final class LibraryViewModel {
    private final Bench bench;
    private final Desk desk;
    private final Navigator navigator;
    private final LibraryList list;
    private final ObservableSet<String> running;
    private final ObjectProperty<ContainerRecord> selected = new SimpleObjectProperty<>();
    private final BooleanProperty dense = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
    private boolean listening;

    public LibraryViewModel(Bench bench, Desk desk, Navigator navigator, ObservableSet<String> running) {
        this.bench = bench;
        this.desk = desk;
        this.navigator = navigator;
        this.running = running;
        this.list = new LibraryList(running);
        list.shown().addListener((ListChangeListener<ContainerRecord>) change -> keepSelection());
    }

    /** Reads the inventory and follows it from then on. */
    public void load() {
        loading.set(true);
        problem.set(null);
        desk.background()
                .call(() -> {
                    if (!listening) {
                        bench.onContainers(change -> desk.background().toScreen(() -> {
                            list.apply(change);
                            empty.set(list.all().isEmpty());
                        }));
                        listening = true;
                    }
                    return bench.containers();
                })
                .onSuccess(containers -> {
                    list.setAll(containers);
                    empty.set(containers.isEmpty());
                })
                .onError(e -> problem.set(Failures.of(e, this::load)))
                .atEnd(() -> loading.set(false))
                .start();
    }

    public LibraryList list() {
        return list;
    }

    public ObjectProperty<ContainerRecord> selectedProperty() {
        return selected;
    }

    /** Whether it is a table, not cards. */
    public BooleanProperty denseProperty() {
        return dense;
    }

    public ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** Whether there is no container at all. */
    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    /** Why the list can't be shown, or null. */
    public ReadOnlyObjectProperty<Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Ids of those that run now. */
    public ObservableSet<String> running() {
        return running;
    }

    /** Files were dropped on the window. */
    public void drop(List<Path> files) {
        desk.background()
                .call(() -> Dropped.of(files))
                .onSuccess(dropped -> {
                    dropped.containers().forEach(this::importFrom);
                    if (!dropped.installers().isEmpty()) {
                        navigator.capture(dropped.installers());
                    }
                })
                .start();
    }

    /** Asks for a file and imports it. */
    public void chooseImport() {
        desk.dialogs()
                .choose(
                        FileChoice.openSeveral(
                                Texts.text("library.import.title"),
                                new FileChoice.Filter(Texts.text("library.import.files"), List.of("*.ctnr"))),
                        files -> files.forEach(this::importFrom));
    }

    /** Asks for an installer and starts the wizard with it. */
    public void chooseCapture() {
        navigator.capture(List.of());
    }

    void importFrom(Path source) {
        new ContainerImport(bench, desk).take(source, container -> {
            selected.set(container);
            desk.notices()
                    .tell(Notice.done(Texts.text("library.imported", container.name()))
                            .with(new Remedy(Texts.text("library.open"), () -> navigator.open(container))));
        });
    }

    /** Asks for a .ctnr and shows what is in it, without importing it. */
    public void chooseView() {
        desk.dialogs()
                .choose(
                        FileChoice.open(
                                Texts.text("library.view.title"),
                                new FileChoice.Filter(Texts.text("library.import.files"), List.of("*.ctnr"))),
                        files -> view(files.getFirst()));
    }

    private void view(Path file) {
        desk.background()
                .call(() -> OpenedArchive.open(file))
                .onSuccess(navigator::view)
                .onError(e -> desk.notices()
                        .tell(Problem.of(
                                Failures.of(e).code(),
                                Texts.text("library.view.failed", file.getFileName(), e.getMessage()),
                                new Remedy(Texts.text("library.view.other"), this::chooseView))))
                .start();
    }

    /** What was selected stays so, as it is now; otherwise the first is. */
    private void keepSelection() {
        String id = selected.get() == null ? "" : selected.get().id();
        selected.set(list.shown().stream()
                .filter(container -> container.id().equals(id))
                .findFirst()
                .orElse(list.shown().isEmpty() ? null : list.shown().getFirst()));
    }
}
