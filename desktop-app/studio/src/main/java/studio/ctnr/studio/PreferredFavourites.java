package studio.ctnr.studio;

import java.util.Map;
import studio.ctnr.studio.editor.registry.FavouriteShelf;
import studio.ctnr.studio.settings.Preferences;

/** The favourite keys of a container, among the settings. */
record PreferredFavourites(Preferences preferences, String container) implements FavouriteShelf {
    @Override
    public Map<String, String> kept() {
        return preferences.now().favourites().getOrDefault(container, Map.of());
    }

    @Override
    public void keep(Map<String, String> favourites) {
        preferences.change(now -> now.withFavourites(container, favourites));
    }
}
