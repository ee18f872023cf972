package studio.ctnr.studio.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.ctnr.toolkit.text.Language;
import studio.ctnr.toolkit.theme.Appearance;
import studio.ctnr.wizard.host.MachineDefaults;

/**
 * What the user chose, and how the windows were left. Immutable: a change is a new value.
 *
 * @param language empty: as the system has it
 * @param scale how large everything is drawn, in percent, one of {@link #SCALES}; empty: as the system has it
 * @param confirmRetire whether retiring a container is asked about first
 * @param denseLibrary whether the library is a table, not cards
 * @param menuBar whether there is a menu bar
 * @param machine how the clean machine of a new capture is
 * @param window where the window was, when it was seen last
 * @param favourites of the registry: the paths of keys by their names, by the container's id
 * @param measures positions of splits and widths of columns, by the name of what they belong to
 */
public record Settings(
        Appearance appearance,
        Optional<Language> language,
        Optional<Integer> scale,
        boolean confirmRetire,
        boolean denseLibrary,
        boolean menuBar,
        MachineDefaults machine,
        Optional<WindowPlace> window,
        Map<String, Map<String, String>> favourites,
        Map<String, Double> measures) {
    /** How large everything can be drawn, in percent. */
    public static final List<Integer> SCALES = List.of(100, 125, 150, 175, 200);

    /** Those of a first start. */
    public static final Settings FIRST = new Settings(
            Appearance.SYSTEM,
            Optional.empty(),
            Optional.empty(),
            true,
            false,
            true,
            MachineDefaults.FIRST,
            Optional.empty(),
            Map.of(),
            Map.of());

    public Settings {
        favourites = Map.copyOf(favourites);
        measures = Map.copyOf(measures);
    }

    /** Where a window is on the screen, in pixels. */
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

    public Settings withAppearance(Appearance chosen) {
        return new Settings(
                chosen, language, scale, confirmRetire, denseLibrary, menuBar, machine, window, favourites, measures);
    }

    public Settings withLanguage(Optional<Language> chosen) {
        return new Settings(
                appearance, chosen, scale, confirmRetire, denseLibrary, menuBar, machine, window, favourites, measures);
    }

    public Settings withScale(Optional<Integer> chosen) {
        return new Settings(
                appearance,
                language,
                chosen,
                confirmRetire,
                denseLibrary,
                menuBar,
                machine,
                window,
                favourites,
                measures);
    }

    public Settings withConfirmRetire(boolean asked) {
        return new Settings(
                appearance, language, scale, asked, denseLibrary, menuBar, machine, window, favourites, measures);
    }

    public Settings withDenseLibrary(boolean dense) {
        return new Settings(
                appearance, language, scale, confirmRetire, dense, menuBar, machine, window, favourites, measures);
    }

    public Settings withMenuBar(boolean shown) {
        return new Settings(
                appearance, language, scale, confirmRetire, denseLibrary, shown, machine, window, favourites, measures);
    }

    public Settings withMachine(MachineDefaults chosen) {
        return new Settings(
                appearance,
                language,
                scale,
                confirmRetire,
                denseLibrary,
                menuBar,
                chosen,
                window,
                favourites,
                measures);
    }

    public Settings withWindow(WindowPlace place) {
        return new Settings(
                appearance,
                language,
                scale,
                confirmRetire,
                denseLibrary,
                menuBar,
                machine,
                Optional.of(place),
                favourites,
                measures);
    }

    /** @param keys their paths by their names; empty for none */
    public Settings withFavourites(String container, Map<String, String> keys) {
        Map<String, Map<String, String>> all = new TreeMap<>(favourites);
        if (keys.isEmpty()) {
            all.remove(container);
        } else {
            all.put(container, Map.copyOf(keys));
        }
        return new Settings(
                appearance, language, scale, confirmRetire, denseLibrary, menuBar, machine, window, all, measures);
    }

    public Settings withMeasures(Map<String, Double> all) {
        return new Settings(
                appearance, language, scale, confirmRetire, denseLibrary, menuBar, machine, window, favourites, all);
    }

    /** The language to speak. */
    public Language spoken() {
        return language.orElseGet(Language::ofSystem);
    }
}
