package studio.ctnr.studio.editor.registry;

import java.util.Map;
import java.util.TreeMap;

/** Favourites that are kept in memory. */
public final class SampleFavourites implements FavouriteShelf {
    private final Map<String, String> kept = new TreeMap<>();

    @Override
    public Map<String, String> kept() {
        return Map.copyOf(kept);
    }

    @Override
    public void keep(Map<String, String> favourites) {
        kept.clear();
        kept.putAll(favourites);
    }
}
