package studio.ctnr.studio.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.ctnr.studio.compare.DifferenceRow.Part;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.workbench.compare.Comparison;

/** Which two are compared, and the differences that the filters let through. */
final class CompareViewModel {
    private final Comparing comparing;
    private final Background background;
    private final StringProperty first = new SimpleStringProperty("");
    private final StringProperty second = new SimpleStringProperty("");
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Part>> part = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<String> known = FXCollections.observableArrayList();
    private final ObservableList<DifferenceRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<DifferenceRow> all = List.of();

    CompareViewModel(Comparing comparing, Background background) {
        this.comparing = comparing;
        this.background = background;
        text.subscribe(each -> filter());
        part.subscribe(each -> filter());
    }

    /** An id, or a path. */
    StringProperty firstProperty() {
        return first;
    }

    StringProperty secondProperty() {
        return second;
    }

    StringProperty textProperty() {
        return text;
    }

    /** The part that is shown; empty for all. */
    ObjectProperty<Optional<Part>> partProperty() {
        return part;
    }

    /** The ids that can be chosen. */
    ObservableList<String> known() {
        return known;
    }

    ObservableList<DifferenceRow> rows() {
        return rows;
    }

    /** What was compared last; empty before. */
    ReadOnlyObjectProperty<Optional<Comparison>> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Why it could not be compared; empty when it could. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    long count(Part wanted) {
        return all.stream().filter(row -> row.part() == wanted).count();
    }

    /** Reads what can be chosen. */
    void offer() {
        background.call(comparing::known).onSuccess(known::setAll).start();
    }

    void compare() {
        if (running.get() || first.get().isBlank() || second.get().isBlank()) {
            return;
        }
        running.set(true);
        problem.set("");
        String one = first.get().strip();
        String other = second.get().strip();
        background
                .call(() -> comparing.compare(one, other))
                .onSuccess(this::show)
                .onError(e -> problem.set(e.getMessage()))
                .atEnd(() -> running.set(false))
                .start();
    }

    /** The rows that are shown, to be written. */
    CompareExport export() {
        Optional<Comparison> compared = comparison.get();
        return new CompareExport(
                compared.map(each -> each.first().source()).orElse(""),
                compared.map(each -> each.second().source()).orElse(""),
                List.copyOf(rows));
    }

    void swap() {
        String one = first.get();
        first.set(second.get());
        second.set(one);
        if (comparison.get().isPresent()) {
            compare();
        }
    }

    private void show(Comparison found) {
        all = Stream.of(
                        found.settings().stream().map(DifferenceRow::of),
                        found.files().stream().map(DifferenceRow::of),
                        found.registry().stream().map(DifferenceRow::of))
                .flatMap(each -> each)
                .toList();
        filter();
        comparison.set(Optional.of(found));
    }

    private void filter() {
        String wanted = text.get().toLowerCase(Locale.ROOT);
        rows.setAll(all.stream()
                .filter(row -> part.get().isEmpty() || part.get().get() == row.part())
                .filter(row -> wanted.isEmpty()
                        || Stream.of(row.what(), row.before(), row.after())
                                .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(wanted)))
                .toList());
    }
}
