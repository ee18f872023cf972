package studio.ctnr.studio.library;

import atlantafx.base.theme.Styles;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.control.Follow;

/** Cards or table. */
final class ViewSwitch extends HBox {
    ViewSwitch(BooleanProperty dense) {
        ToggleGroup group = new ToggleGroup();
        ToggleButton cards =
                toggle(Texts.text("library.cards"), "library-cards-view", BootstrapIcons.GRID, group, Styles.LEFT_PILL);
        ToggleButton table = toggle(
                Texts.text("library.table"), "library-table-view", BootstrapIcons.LIST_UL, group, Styles.RIGHT_PILL);
        cards.setOnAction(e -> dense.set(false));
        table.setOnAction(e -> dense.set(true));
        Runnable select = () -> (dense.get() ? table : cards).setSelected(true);
        Follow.with(this, select, dense);
        select.run();
        // a second press on the pressed one leaves it pressed
        group.selectedToggleProperty().addListener((o, was, is) -> {
            if (is == null) {
                was.setSelected(true);
            }
        });
        setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(cards, table);
    }

    private static ToggleButton toggle(String label, String id, Ikon icon, ToggleGroup group, String side) {
        ToggleButton toggle = new ToggleButton(null, new FontIcon(icon));
        toggle.setId(id);
        toggle.getStyleClass().addAll(Styles.BUTTON_ICON, side);
        toggle.setToggleGroup(group);
        toggle.setAccessibleText(label);
        toggle.setTooltip(new Tooltip(label));
        return toggle;
    }
}
