package studio.ctnr.studio.editor.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.ctnr.studio.text.Texts;

/** The favourite keys of a container, by name; each change is kept at once. They are no part of the container. */
final class Favourites {
    private final RegistryViewModel model;
    private final FavouriteShelf shelf;
    private final ObservableList<Favourite> items = FXCollections.observableArrayList();

    Favourites(RegistryViewModel model, FavouriteShelf shelf) {
        this.model = model;
        this.shelf = shelf;
        List<Favourite> kept = new ArrayList<>();
        shelf.kept().forEach((name, path) -> kept.add(new Favourite(name, path)));
        sort(kept);
    }

    /** In the order of their names. */
    ObservableList<Favourite> items() {
        return items;
    }

    /** Adds the key that is shown. */
    void add(String name) {
        put(
                Optional.empty(),
                new Favourite(name.strip(), model.keyProperty().get().toString()));
    }

    void rename(Favourite favourite, String name) {
        put(Optional.of(favourite), new Favourite(name.strip(), favourite.path()));
    }

    void remove(Favourite favourite) {
        List<Favourite> left = new ArrayList<>(items);
        left.remove(favourite);
        keep(left);
    }

    /** Takes {@link #remove} back. */
    void bringBack(Favourite favourite) {
        put(Optional.empty(), favourite);
    }

    /** Shows the key; says whether it is still there. */
    boolean go(Favourite favourite) {
        return model.go(favourite.path());
    }

    /** What the key that is shown could be called: its name, or with a number where that is taken. */
    String freeName() {
        String first = model.keyProperty().get().name();
        String name = first;
        for (int n = 2; wrongName(name, Optional.empty()).isPresent(); n++) {
            name = first + " " + n;
        }
        return name;
    }

    /** Says why a favourite can't be called so; {@code except} is one that may have the name. */
    Optional<String> wrongName(String name, Optional<Favourite> except) {
        if (name.isBlank()) {
            return Optional.of(Texts.text("registry.favourites.noName"));
        }
        boolean taken = items.stream()
                .filter(each -> except.filter(each::equals).isEmpty())
                .anyMatch(each -> each.name().equalsIgnoreCase(name.strip()));
        return taken ? Optional.of(Texts.text("registry.favourites.taken", name.strip())) : Optional.empty();
    }

    private void put(Optional<Favourite> old, Favourite favourite) {
        List<Favourite> all = new ArrayList<>(items);
        old.ifPresent(all::remove);
        all.add(favourite);
        keep(all);
    }

    private void keep(List<Favourite> all) {
        sort(all);
        Map<String, String> kept = new LinkedHashMap<>();
        items.forEach(each -> kept.put(each.name(), each.path()));
        shelf.keep(kept);
    }

    private void sort(List<Favourite> all) {
        all.sort(Comparator.comparing(Favourite::name, String.CASE_INSENSITIVE_ORDER));
        items.setAll(all);
    }
}
