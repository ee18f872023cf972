package studio.ctnr.toolkit.action;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes the controls that stand for an {@link Action}; they follow whether it can be done. */
public final class ActionControls {
    private ActionControls() {}

    /** Label only, as most buttons are. */
    public static Button button(Action action) {
        Button button = new Button(action.label());
        return bind(button, action);
    }

    /** The one button of a view that stands for its main act. */
    public static Button accent(Action action) {
        Button button = button(action);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    /** For what destroys. */
    public static Button danger(Action action) {
        Button button = button(action);
        button.getStyleClass().addAll(Styles.DANGER);
        return button;
    }

    /** Flat and without a label: the label is its tooltip and what a screen reader says. */
    public static Button icon(Action action) {
        Button button = new Button(null, graphic(action));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setAccessibleText(action.label());
        button.setTooltip(new Tooltip(tip(action)));
        return bind(button, action);
    }

    public static MenuItem menuItem(Action action) {
        MenuItem item = new MenuItem(action.label(), graphic(action));
        item.setId(action.id());
        action.shortcut().ifPresent(item::setAccelerator);
        bindDisable(item.disableProperty(), action);
        item.setOnAction(e -> action.perform());
        return item;
    }

    /** @param actions in order; {@code null} stands for a separator */
    public static ContextMenu contextMenu(Action... actions) {
        ContextMenu menu = new ContextMenu();
        for (Action action : actions) {
            menu.getItems().add(action == null ? new SeparatorMenuItem() : menuItem(action));
        }
        return menu;
    }

    private static Button bind(Button button, Action action) {
        button.setId(action.id().replace('.', '-'));
        button.setMinWidth(Button.USE_PREF_SIZE);
        bindDisable(button.disableProperty(), action);
        button.setOnAction(e -> action.perform());
        if (button.getTooltip() == null && action.shortcut().isPresent()) {
            button.setTooltip(new Tooltip(tip(action)));
        }
        return button;
    }

    private static void bindDisable(BooleanProperty disable, Action action) {
        disable.bind(Bindings.createBooleanBinding(() -> !action.enabled().get(), action.enabled()));
    }

    private static String tip(Action action) {
        return action.shortcut()
                .map(keys -> action.label() + "  " + keys.getDisplayText())
                .orElse(action.label());
    }

    private static Node graphic(Action action) {
        return action.icon().map(FontIcon::new).orElse(null);
    }
}
