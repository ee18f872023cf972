package studio.ctnr.studio.editor.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.KeyPath;
import studio.ctnr.toolkit.history.EditHistory;

class FavouritesTest {
    private static final KeyPath FM = KeyPath.of("HKCU\\Software\\7-Zip\\FM");

    @TempDir
    private Path folder;

    private final SampleFavourites shelf = new SampleFavourites();
    private RegistryViewModel model;
    private Favourites favourites;

    @BeforeEach
    void open() throws IOException {
        model = new RegistryViewModel(SampleRegistry.in(folder).open(), new EditHistory(), Clock.systemUTC());
        favourites = new Favourites(model, shelf);
    }

    @Test
    void whatIsAddedIsThereWhenTheContainerIsOpenedAgain() {
        model.show(FM);
        favourites.add("Panels");
        model.show(KeyPath.of("HKCU"));

        Favourites again = new Favourites(model, shelf);

        assertThat(again.items()).containsExactly(new Favourite("Panels", FM.toString()));
        assertThat(again.go(again.items().getFirst())).isTrue();
        assertThat(model.keyProperty().get()).isEqualTo(FM);
    }

    @Test
    void theyAreRenamedRemovedAndBroughtBackInTheOrderOfTheirNames() {
        model.show(FM);
        favourites.add("b");
        favourites.add("C");
        favourites.add("a");
        Favourite last = favourites.items().getLast();

        favourites.rename(last, "0");
        favourites.remove(favourites.items().get(1));

        assertThat(favourites.items()).extracting(Favourite::name).containsExactly("0", "b");
        assertThat(shelf.kept()).containsOnlyKeys("0", "b");
        favourites.bringBack(new Favourite("a", FM.toString()));
        assertThat(shelf.kept()).containsOnlyKeys("0", "a", "b");
    }

    @Test
    void aNameIsTakenOnceAndAKeyThatIsGoneIsNotGoneTo() {
        model.show(FM);
        favourites.add(favourites.freeName());
        Favourite favourite = favourites.items().getFirst();

        assertThat(favourites.freeName()).isEqualTo("FM 2");
        assertThat(favourites.wrongName("fm", Optional.empty())).isPresent();
        assertThat(favourites.wrongName("fm", Optional.of(favourite))).isEmpty();
        assertThat(favourites.wrongName(" ", Optional.empty())).isPresent();
        model.deleteKey();
        assertThat(favourites.go(favourite)).isFalse();
    }
}
