package studio.ctnr.studio.shell;

import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.studio.navigation.Navigator;
import studio.ctnr.studio.navigation.Place;
import studio.ctnr.studio.settings.Preferences;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.theme.Appearance;

/** What can be done wherever one is. */
final class ShellActions {
    private final List<Action> actions = new ArrayList<>();

    ShellActions(
            Preferences preferences,
            Navigator navigator,
            Runnable palette,
            Runnable keys,
            Runnable about,
            Runnable quit) {
        actions.add(Action.of("shell.palette", Texts.text("shell.palette"), palette)
                .icon(BootstrapIcons.COMMAND)
                .shortcut("Shortcut+K"));
        for (Place place : Place.values()) {
            actions.add(Action.of(
                            "shell.go-" + place.id(), Texts.text("shell.go", place.label()), () -> navigator.go(place))
                    .icon(place.icon())
                    .shortcut(place == Place.SETTINGS ? "Shortcut+COMMA" : "Shortcut+" + (place.ordinal() + 1)));
        }
        theme(Texts.text("shell.theme-light"), Appearance.LIGHT, preferences);
        theme(Texts.text("shell.theme-dark"), Appearance.DARK, preferences);
        theme(Texts.text("shell.theme-system"), Appearance.SYSTEM, preferences);
        actions.add(Action.of(
                        "shell.menu-bar",
                        Texts.text("shell.menu-bar"),
                        () -> preferences.change(now -> now.withMenuBar(!now.menuBar())))
                .icon(BootstrapIcons.MENU_BUTTON_WIDE)
                .shortcut("Shortcut+M"));
        actions.add(Action.of("shell.keys", Texts.text("shell.keys"), keys)
                .icon(BootstrapIcons.KEYBOARD)
                .shortcut("F1"));
        actions.add(Action.of("shell.about", Texts.text("about.show"), about).icon(BootstrapIcons.INFO_CIRCLE));
        actions.add(Action.of("shell.quit", Texts.text("shell.quit"), quit)
                .icon(BootstrapIcons.POWER)
                .shortcut("Shortcut+Q"));
    }

    List<Action> all() {
        return actions;
    }

    private void theme(String label, Appearance appearance, Preferences preferences) {
        actions.add(Action.of(
                        "shell.theme-" + appearance,
                        label,
                        () -> preferences.change(settings -> settings.withAppearance(appearance)))
                .icon(BootstrapIcons.PALETTE));
    }
}
