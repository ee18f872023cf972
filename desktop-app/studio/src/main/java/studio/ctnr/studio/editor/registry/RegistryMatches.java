package studio.ctnr.studio.editor.registry;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What a search found, in the order in which the editor shows it. */
record RegistryMatches(List<RegistryPlace> places) {
    static final RegistryMatches NONE = new RegistryMatches(List.of());

    static RegistryMatches of(List<RegistryPlace> found) {
        return new RegistryMatches(found.stream().sorted().toList());
    }

    /** The first one behind a place; after the last one the first. */
    Optional<RegistryPlace> after(RegistryPlace place) {
        int at = Collections.binarySearch(places, place);
        return at(at >= 0 ? at + 1 : -at - 1);
    }

    /** The last one before a place; before the first one the last. */
    Optional<RegistryPlace> before(RegistryPlace place) {
        int at = Collections.binarySearch(places, place);
        return at((at >= 0 ? at : -at - 1) - 1);
    }

    /** How many there are up to and with this one, for "3 of 57"; 0 when it is none of them. */
    int position(RegistryPlace place) {
        return Math.max(0, Collections.binarySearch(places, place) + 1);
    }

    private Optional<RegistryPlace> at(int index) {
        return places.isEmpty() ? Optional.empty() : Optional.of(places.get(Math.floorMod(index, places.size())));
    }
}
