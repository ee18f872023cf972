package studio.ctnr.studio.library;

import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.text.ByteSize;
import studio.ctnr.toolkit.text.RecentTime;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** A container as a card of the library. */
final class ContainerCard extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final ContainerIcon icon;
    private final Label name = new Label();
    private final Label origin = new Label();
    private final Label use = new Label();
    private final HBox badges = new HBox();
    private ContainerRecord container;

    ContainerCard(IconShelf icons) {
        icon = new ContainerIcon(icons, 40);
        getStyleClass().addAll("card-cell", "container-card");
        name.getStyleClass().add("strong");
        origin.getStyleClass().addAll("small", "muted");
        use.getStyleClass().addAll("small", "muted");
        badges.getStyleClass().add("badges");
        VBox titles = new VBox(name, origin);
        titles.setAlignment(Pos.CENTER_LEFT);
        HBox head = new HBox(icon, titles);
        head.getStyleClass().add("head");
        getChildren().addAll(head, use, badges);
    }

    ContainerRecord container() {
        return container;
    }

    void show(ContainerRecord shown, Set<String> running) {
        container = shown;
        icon.show(shown);
        name.setText(shown.name());
        origin.setText(shown.publisher()
                .map(publisher -> shown.version() + " · " + publisher)
                .orElse(shown.version()));
        use.setText(ByteSize.shown(shown.size()) + " · " + lastRun(shown));
        badges.getChildren().setAll(Badges.of(shown, running));
        setAccessibleText(shown.name() + " " + shown.version());
    }

    void setSelected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    static String lastRun(ContainerRecord container) {
        return container
                .lastRun()
                .map(time -> Texts.text("library.last-run", RecentTime.shown(time)))
                .orElseGet(() -> Texts.text("library.never-run"));
    }
}
