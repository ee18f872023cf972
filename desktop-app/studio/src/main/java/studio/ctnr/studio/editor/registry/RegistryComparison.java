package studio.ctnr.studio.editor.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.hive.KeptDescriptor;
import studio.ctnr.studio.bench.Failures;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.background.BackgroundTask;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.workbench.compare.Change;

/** The registry as it is edited now beside another one: the differences follow each edit, and can be taken over. */
final class RegistryComparison {
    private final RegistryViewModel model;
    private final OtherRegistries others;
    private final Background background;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty source = new SimpleStringProperty("");
    private final ObservableList<String> known = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Differences> differences = new ReadOnlyObjectWrapper<>(Differences.NONE);
    private final ReadOnlyObjectWrapper<Optional<String>> compared = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Difference> rows = FXCollections.observableArrayList();
    private Optional<BackgroundTask<?>> reading = Optional.empty();
    private Map<String, Hive> theirs = Map.of();
    private int newest;

    RegistryComparison(RegistryViewModel model, OtherRegistries others, Background background) {
        this.model = model;
        this.others = others;
        this.background = background;
        model.onChange(key -> compareAgain());
        open.subscribe(shown -> {
            if (shown) {
                background.call(others::known).onSuccess(known::setAll).start();
            } else {
                forget();
            }
        });
    }

    /** Whether the comparison is shown; closing it ends it. */
    BooleanProperty openProperty() {
        return open;
    }

    /** What to compare with: an id, or a path. */
    StringProperty sourceProperty() {
        return source;
    }

    ObservableList<String> known() {
        return known;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Why the other could not be read, or null. */
    ReadOnlyObjectProperty<Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What is compared with; empty before. */
    ReadOnlyObjectProperty<Optional<String>> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Differences> differencesProperty() {
        return differences.getReadOnlyProperty();
    }

    ObservableList<Difference> rows() {
        return rows;
    }

    /** Reads the other in the background, and compares. */
    void compare() {
        String wanted = source.get().strip();
        if (wanted.isEmpty() || running.get()) {
            return;
        }
        running.set(true);
        problem.set(null);
        reading = Optional.of(background
                .call(() -> others.read(wanted))
                .onSuccess(read -> {
                    theirs = read;
                    compared.set(Optional.of(wanted));
                    compareAgain();
                })
                .onError(e -> problem.set(Failures.of(e, this::compare)))
                .atEnd(() -> running.set(false))
                .start());
    }

    void cancel() {
        reading.ifPresent(BackgroundTask::cancel);
    }

    /** Shows where a difference is; of a key that is not here the nearest above. */
    void show(Difference difference) {
        model.show(difference.place());
    }

    /** The one after another in the list, or before it; without one the first or last. */
    Optional<Difference> step(Difference from, boolean forward) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        int at = rows.indexOf(from);
        int next = at < 0 && !forward ? rows.size() - 1 : at + (forward ? 1 : -1);
        return Optional.of(rows.get(Math.floorMod(next, rows.size())));
    }

    boolean canTake() {
        return model.isEditable();
    }

    /** Makes here what is there, as one edit. A key is taken with all that it holds. */
    void take(List<Difference> chosen) {
        List<RegistryEdit> edits = new Taking(model.registry(), differences.get(), model.now()).of(chosen);
        if (!edits.isEmpty()) {
            model.execute(Texts.count("registry.edit.take", chosen.size()), edits);
        }
    }

    private void forget() {
        cancel();
        newest++;
        theirs = Map.of();
        problem.set(null);
        compared.set(Optional.empty());
        show(Differences.NONE);
    }

    private void compareAgain() {
        if (compared.get().isEmpty()) {
            return;
        }
        int number = ++newest;
        Map<String, Hive> other = theirs;
        ContainerRegistry registry = model.registry();
        background
                .call(() -> registry.reading(() -> Differences.between(other, registry.byPlace())))
                .onSuccess(found -> {
                    if (number == newest) {
                        show(found);
                    }
                })
                .start();
    }

    private void show(Differences found) {
        differences.set(found);
        rows.setAll(found.all());
    }

    /** What makes differences go away, in the order in which it can be done. */
    private static final class Taking {
        private final ContainerRegistry registry;
        private final Differences differences;
        private final Instant time;
        private final Set<KeyPath> made = new HashSet<>();
        private final Set<KeyPath> removed = new HashSet<>();
        private final List<RegistryEdit> edits = new ArrayList<>();

        private Taking(ContainerRegistry registry, Differences differences, Instant time) {
            this.registry = registry;
            this.differences = differences;
            this.time = time;
        }

        private List<RegistryEdit> of(List<Difference> chosen) {
            Map<RegistryPlace, Difference> all = new LinkedHashMap<>();
            for (Difference each : differences.all()) {
                boolean wanted = chosen.stream()
                        .anyMatch(one ->
                                one.equals(each) || isWhole(one) && each.key().startsWith(one.key()));
                if (wanted) {
                    all.put(each.place(), each);
                }
            }
            all.values().forEach(this::take);
            return edits;
        }

        private static boolean isWhole(Difference each) {
            return each.isKey() && !each.isOfPermissions();
        }

        private void take(Difference each) {
            if (removed.stream().anyMatch(each.key()::startsWith)) {
                return;
            }
            if (each.isKey() && each.change() == Change.ADDED) {
                edits.add(new RegistryEdit.DeleteKey(each.key(), time));
                removed.add(each.key());
            } else {
                make(each.key());
                if (!each.isKey() || !each.ours().equals(each.theirs())) {
                    String name = each.place().value().orElse(KeptDescriptor.NAME);
                    edits.add(new RegistryEdit.PutValue(each.key(), name, each.theirs(), time));
                }
            }
        }

        private void make(KeyPath key) {
            if (registry.find(key).isEmpty() && made.add(key)) {
                make(key.parent());
                edits.add(new RegistryEdit.CreateKey(key, time));
            }
        }
    }
}
