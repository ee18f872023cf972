package studio.ctnr.studio.palette;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What of all entries fits what was typed, the best first. */
public final class PaletteViewModel {
    private static final int MOST = 50;

    private record Scored(PaletteEntry entry, int score) {}

    private final List<PaletteEntry> entries;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObservableList<PaletteEntry> found = FXCollections.observableArrayList();

    public PaletteViewModel(List<PaletteEntry> entries) {
        this.entries = List.copyOf(entries);
        typed.addListener((o, was, is) -> find());
        find();
    }

    public StringProperty typedProperty() {
        return typed;
    }

    public ObservableList<PaletteEntry> found() {
        return found;
    }

    private void find() {
        found.setAll(entries.stream()
                .flatMap(this::scored)
                .sorted(Comparator.comparingInt(Scored::score).reversed())
                .limit(MOST)
                .map(Scored::entry)
                .toList());
    }

    private Stream<Scored> scored(PaletteEntry entry) {
        OptionalInt label = FuzzyMatch.score(typed.get(), entry.label());
        if (label.isPresent()) {
            return Stream.of(new Scored(entry, label.getAsInt() + 1));
        }
        OptionalInt also = FuzzyMatch.score(typed.get(), entry.also());
        return also.isPresent() ? Stream.of(new Scored(entry, also.getAsInt() / 2)) : Stream.empty();
    }
}
