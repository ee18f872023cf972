package studio.ctnr.studio.editor.overview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.config.InvalidConfigException;
import studio.ctnr.studio.editor.config.ConfigModel;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.workbench.audit.AuditRecord;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** What an overview shows: config.yml as it is edited now, and what is counted on disk each time it comes into view. */
final class OverviewViewModel {
    private static final int HISTORY = 6;

    private final OverviewSubject subject;
    private final ConfigModel model;
    private final Desk desk;
    private final Consumer<String> go;
    private final ReadOnlyObjectWrapper<Optional<ContainerConfig>> config =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Contents>> contents = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<AuditRecord> history = FXCollections.observableArrayList();

    /** @param go brings another tab into view */
    OverviewViewModel(OverviewSubject subject, ConfigModel model, Desk desk, Consumer<String> go) {
        this.subject = subject;
        this.model = model;
        this.desk = desk;
        this.go = go;
        model.documentProperty().subscribe(document -> read());
    }

    private void read() {
        config.set(model.documentProperty().get().flatMap(document -> {
            try {
                return Optional.of(document.config("config.yml"));
            } catch (InvalidConfigException half) {
                return Optional.empty(); // what is wrong with it is told where it is edited
            }
        }));
    }

    /** Counts again. */
    void look() {
        desk.background()
                .call(() -> Contents.of(container().container()))
                .onSuccess(counted -> contents.set(Optional.of(counted)))
                .onError(
                        IOException.class,
                        e -> desk.notices()
                                .tell(Problem.of("OVERVIEW-READ", Texts.text("overview.unreadable", e.getMessage()))))
                .start();
        desk.background()
                .call(subject.records())
                .onSuccess(read -> history.setAll(read.subList(0, Math.min(HISTORY, read.size()))))
                .onError(e -> history.clear())
                .start();
    }

    ContainerRecord container() {
        return subject.container();
    }

    /** What config.yml says; empty while it can't be followed. */
    ReadOnlyObjectProperty<Optional<ContainerConfig>> configProperty() {
        return config.getReadOnlyProperty();
    }

    /** Empty until it is counted. */
    ReadOnlyObjectProperty<Optional<Contents>> contentsProperty() {
        return contents.getReadOnlyProperty();
    }

    /** What was done last, newest first. */
    ObservableList<AuditRecord> history() {
        return history;
    }

    void run(String entryPoint) {
        subject.run().accept(Optional.of(entryPoint));
    }

    void go(String tab) {
        go.accept(tab);
    }

    void openFolder() {
        Path folder = container().folder();
        desk.dialogs().open(folder);
    }

    /** How many file types, protocols, services and variables the container brings, in this order. */
    static List<Integer> brings(ContainerConfig config) {
        return List.of(
                config.associations().size(),
                config.protocols().size(),
                config.services().size(),
                config.env().size());
    }
}
