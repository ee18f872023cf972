package studio.ctnr.studio.editor.registry;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.background.BackgroundTask;
import studio.ctnr.toolkit.background.Progress;

/** Finds what is typed in keys, names and data, in the background, and goes from one match to the next. */
final class RegistrySearchModel {
    private final RegistryViewModel model;
    private final Background background;
    private final StringProperty wanted = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private Optional<BackgroundTask<RegistryMatches>> running = Optional.empty();
    private RegistryMatches matches = RegistryMatches.NONE;
    private String searched = "";
    private int searchedAt;

    RegistrySearchModel(RegistryViewModel model, Background background) {
        this.model = model;
        this.background = background;
    }

    StringProperty wantedProperty() {
        return wanted;
    }

    /** "3 of 57", or that there is none. */
    ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    void next() {
        search(true);
    }

    void previous() {
        search(false);
    }

    void cancel() {
        running.ifPresent(BackgroundTask::cancel);
        running = Optional.empty();
        status.set("");
    }

    private void search(boolean forward) {
        String text = wanted.get();
        if (text.isEmpty()) {
            cancel();
        } else if (text.equals(searched) && searchedAt == model.changes()) {
            go(forward);
        } else {
            cancel();
            int at = model.changes();
            status.set(Texts.text("registry.searching"));
            running = Optional.of(background
                    .<RegistryMatches>run(progress -> find(text, progress))
                    .onSuccess(found -> {
                        matches = found;
                        searched = text;
                        searchedAt = at;
                        go(forward);
                    })
                    .onError(CancellationException.class, e -> status.set(""))
                    .start());
        }
    }

    /** A change does not wait for it: what was found before would not hold afterwards. */
    private RegistryMatches find(String text, Progress progress) {
        ContainerRegistry registry = model.registry();
        return registry.reading(
                () -> RegistrySearch.find(registry, text, () -> progress.isCancelled() || registry.isAwaited()));
    }

    private void go(boolean forward) {
        RegistryPlace from = place();
        Optional<RegistryPlace> to = forward ? matches.after(from) : matches.before(from);
        to.ifPresent(model::show);
        status.set(to.map(place -> Texts.text(
                        "registry.found",
                        matches.position(place),
                        matches.places().size()))
                .orElseGet(() -> Texts.text("registry.notFound")));
    }

    private RegistryPlace place() {
        return Optional.ofNullable(model.rowProperty().get())
                .map(row -> RegistryPlace.of(model.keyProperty().get(), row.name()))
                .orElseGet(() -> RegistryPlace.of(model.keyProperty().get()));
    }
}
