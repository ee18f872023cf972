package studio.ctnr.studio.editor.registry;

import java.util.Map;

/** Where the favourite keys of a container are kept between two looks at it. */
public interface FavouriteShelf {
    /** The paths of keys by the names that people gave them. */
    Map<String, String> kept();

    /** Keeps these, in the place of those that were kept. */
    void keep(Map<String, String> favourites);
}
