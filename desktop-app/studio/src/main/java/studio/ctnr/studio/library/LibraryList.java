package studio.ctnr.studio.library;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.inventory.InventoryChange;

/** All containers, and those of them that the search field, the quick filter and the tag leave, in their order. */
public final class LibraryList {
    private final Map<String, ContainerRecord> all = new TreeMap<>();
    private final ObservableList<ContainerRecord> shown = FXCollections.observableArrayList();
    private final ObservableList<String> tags = FXCollections.observableArrayList();
    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<LibraryFilter> filter = new SimpleObjectProperty<>(LibraryFilter.ALL);
    private final ObjectProperty<LibrarySort> sort = new SimpleObjectProperty<>(LibrarySort.NAME);
    private final StringProperty tag = new SimpleStringProperty("");
    private final ReadOnlyLongWrapper size = new ReadOnlyLongWrapper();
    private final ObservableSet<String> running;

    /** @param running ids of those that run, which the quick filter asks for */
    public LibraryList(ObservableSet<String> running) {
        this.running = running;
        InvalidationListener again = o -> derive();
        query.addListener(again);
        filter.addListener(again);
        sort.addListener(again);
        tag.addListener(again);
        running.addListener(again);
    }

    void setAll(List<ContainerRecord> containers) {
        all.clear();
        containers.forEach(container -> all.put(container.id(), container));
        derive();
    }

    void apply(InventoryChange change) {
        switch (change) {
            case InventoryChange.Added(ContainerRecord container) -> all.put(container.id(), container);
            case InventoryChange.Changed(ContainerRecord container) -> all.put(container.id(), container);
            case InventoryChange.Removed(String id) -> all.remove(id);
        }
        derive();
    }

    public List<ContainerRecord> all() {
        return List.copyOf(all.values());
    }

    public ObservableList<ContainerRecord> shown() {
        return shown;
    }

    /** Every tag that some container has, in order. */
    public ObservableList<String> tags() {
        return tags;
    }

    public StringProperty queryProperty() {
        return query;
    }

    public ObjectProperty<LibraryFilter> filterProperty() {
        return filter;
    }

    public ObjectProperty<LibrarySort> sortProperty() {
        return sort;
    }

    /** The tag that all that are shown have; empty: any. */
    public StringProperty tagProperty() {
        return tag;
    }

    /** Bytes of all of them together. */
    public ReadOnlyLongProperty sizeProperty() {
        return size.getReadOnlyProperty();
    }

    /** How many each quick filter would leave of all. */
    public Map<LibraryFilter, Long> counts() {
        Map<LibraryFilter, Long> counts = new HashMap<>();
        for (LibraryFilter each : LibraryFilter.values()) {
            counts.put(
                    each,
                    all.values().stream()
                            .filter(container -> each.takes(container, running))
                            .count());
        }
        return counts;
    }

    private void derive() {
        size.set(all.values().stream().mapToLong(ContainerRecord::size).sum());
        TreeSet<String> every = new TreeSet<>();
        all.values().forEach(container -> every.addAll(container.tags()));
        if (!List.copyOf(every).equals(tags)) {
            tags.setAll(every);
        }
        List<ContainerRecord> left = all.values().stream()
                .filter(container -> filter.get().takes(container, running))
                .filter(container -> tag.get().isEmpty() || container.tags().contains(tag.get()))
                .filter(hasEveryWord(query.get()))
                .sorted(sort.get().order())
                .toList();
        if (!left.equals(shown)) {
            shown.setAll(left);
        }
    }

    private static Predicate<ContainerRecord> hasEveryWord(String text) {
        List<String> words = Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return container -> {
            String where = String.join(
                            "\n",
                            container.name(),
                            container.id(),
                            container.version(),
                            container.publisher().orElse(""),
                            container.description().orElse(""),
                            String.join("\n", container.tags()))
                    .toLowerCase(Locale.ROOT);
            return words.stream().allMatch(where::contains);
        };
    }
}
