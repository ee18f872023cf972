package studio.ctnr.studio.editor.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Parent;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.container.KeyPath;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.container.hive.HiveKey;
import studio.ctnr.container.hive.RegistryValue;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.history.EditHistory;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.support.FakeDesk;
import studio.ctnr.toolkit.support.Screenshots;
import studio.ctnr.toolkit.window.WindowFrame;

class RegistryScreenshotsTest extends Screenshots {
    @TempDir
    private Path folder;

    private RegistryComparison comparison;
    private FavouritesMenu menu;

    @Override
    protected Stream<Screen> screens() {
        return Stream.of(
                new Screen("registry-number", () -> shown("ListMode")),
                new Screen("registry-bytes", () -> shown("Position")),
                new Screen("registry-texts", () -> shown("CopyHistory")),
                new Screen("registry-compared", () -> shown("ListMode"), root -> {
                    comparison.openProperty().set(true);
                    comparison.sourceProperty().set("7zip-24.08");
                    comparison.compare();
                }),
                new Screen(
                        "registry-favourites",
                        this::favourites,
                        root -> menu.getItems().get(1).fire()));
    }

    private Parent favourites() throws IOException {
        RegistryViewModel model =
                new RegistryViewModel(SampleRegistry.in(folder).open(), new EditHistory(), Clock.systemUTC());
        Favourites favourites = new Favourites(model, new SampleFavourites());
        model.show(KeyPath.of("HKCU\\Software\\7-Zip\\FM"));
        favourites.add("Panels of the file manager");
        model.show(KeyPath.of("HKLM\\Software\\7-Zip"));
        favourites.add("Where it is installed");
        WindowFrame frame = new WindowFrame();
        frame.setContent(shown("ListMode"));
        menu = new FavouritesMenu(favourites, new Desk(Background.immediate(), frame.dialogs(), frame.notices()));
        return frame;
    }

    private RegistryView shown(String value) throws IOException {
        RegistryViewModel model =
                new RegistryViewModel(SampleRegistry.in(folder).open(), new EditHistory(), Clock.systemUTC());
        FakeDesk user = new FakeDesk();
        model.show(RegistryPlace.of(KeyPath.of("HKCU\\Software\\7-Zip\\FM"), value));
        Hive other = Hive.read(folder.resolve("user/Registry/HKCU.hiv"));
        HiveKey fm = other.root().findOrCreate("Software\\7-Zip\\FM");
        fm.put(RegistryValue.dword("ListMode", 1));
        fm.removeValue("PanelPath0");
        other.root().findOrCreate("Software\\7-Zip\\Benchmark").put(RegistryValue.text("Last", "3.4 GIPS"));
        other.root().findOrCreate("Software\\7-Zip").removeChild("Options");
        comparison = new RegistryComparison(
                model,
                new SampleRegistries(Map.of(
                        "7zip-24.08",
                        Map.of(
                                "HKCU",
                                other,
                                "HKLM\\Software",
                                Hive.read(folder.resolve("user/Registry/HKLM-SW.hiv"))))),
                user.desk.background());
        return new RegistryView(
                model,
                new RegistrySearchModel(model, user.desk.background()),
                new RegistryActions(model, user.desk),
                new RegFiles(model, user.desk),
                comparison,
                new FavouritesMenu(new Favourites(model, new SampleFavourites()), user.desk),
                user.desk.dialogs());
    }
}
