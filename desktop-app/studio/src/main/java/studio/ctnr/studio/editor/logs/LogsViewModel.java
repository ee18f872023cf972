package studio.ctnr.studio.editor.logs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.ctnr.engine.run.RuntimeEvent;
import studio.ctnr.toolkit.background.Background;

/** The events of a container as they come, those that the filters let through. */
final class LogsViewModel {
    /** More lines than anybody reads; older ones leave. */
    private static final int MOST = 50_000;

    private final LogTail tail;
    private final Background background;
    private final Deque<RuntimeEvent> all = new ArrayDeque<>();
    private final ObservableList<RuntimeEvent> shown = FXCollections.observableArrayList();
    private final ObservableList<String> events = FXCollections.observableArrayList();
    private final StringProperty event = new SimpleStringProperty();
    private final StringProperty layer = new SimpleStringProperty();
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final Consumer<IOException> failed;
    private boolean reading;

    /** @param failed hears why the log can't be read */
    LogsViewModel(Path log, Background background, Consumer<IOException> failed) {
        this.tail = new LogTail(log);
        this.background = background;
        this.failed = failed;
        event.subscribe(each -> filter());
        layer.subscribe(each -> filter());
        text.subscribe(each -> filter());
    }

    ObservableList<RuntimeEvent> shown() {
        return shown;
    }

    /** The kinds of events that have come, in the order of their names. */
    ObservableList<String> events() {
        return events;
    }

    /** The kind that is shown; empty or null for all. */
    StringProperty eventProperty() {
        return event;
    }

    /** The layer that is shown; empty or null for all. */
    StringProperty layerProperty() {
        return layer;
    }

    /** What path, process or command must have in it. */
    StringProperty textProperty() {
        return text;
    }

    /** Whether new events wait. */
    BooleanProperty pausedProperty() {
        return paused;
    }

    int total() {
        return all.size();
    }

    /** Reads what has come, in the background. */
    void look() {
        if (reading || paused.get()) {
            return;
        }
        reading = true;
        background
                .call(tail::more)
                .onSuccess(this::take)
                .onError(IOException.class, failed)
                .atEnd(() -> reading = false)
                .start();
    }

    /**
     * Empties the log, in the background.
     *
     * @param unwritable hears why it can't be emptied
     */
    void clear(Consumer<String> unwritable) {
        background
                .call(() -> {
                    tail.clear();
                    return true;
                })
                .onSuccess(done -> {
                    all.clear();
                    shown.clear();
                    events.clear();
                })
                .onError(IOException.class, e -> unwritable.accept(e.getMessage()))
                .start();
    }

    private void take(List<RuntimeEvent> more) {
        if (more.isEmpty()) {
            return;
        }
        all.addAll(more);
        boolean dropped = all.size() > MOST;
        while (all.size() > MOST) {
            all.removeFirst();
        }
        Collection<String> kinds = new TreeSet<>(events);
        more.forEach(each -> kinds.add(each.name()));
        if (kinds.size() != events.size()) {
            String selected = event.get();
            events.setAll(kinds);
            event.set(selected);
        }
        if (dropped) {
            filter();
        } else {
            shown.addAll(more.stream().filter(this::passes).toList());
        }
    }

    private void filter() {
        shown.setAll(all.stream().filter(this::passes).toList());
    }

    private boolean passes(RuntimeEvent each) {
        String wanted = text.get().toLowerCase(Locale.ROOT);
        return (event.get() == null || event.get().isEmpty() || each.name().equals(event.get()))
                && (layer.get() == null
                        || layer.get().isEmpty()
                        || field(each, "layer").equals(layer.get()))
                && (wanted.isEmpty()
                        || Stream.of("path", "process", "command", "subject", "rule")
                                .map(name -> field(each, name))
                                .anyMatch(has -> has.toLowerCase(Locale.ROOT).contains(wanted)));
    }

    /** A field as text; empty where there is none. */
    static String field(RuntimeEvent each, String name) {
        return each.fields().getOrDefault(name, "").toString();
    }
}
