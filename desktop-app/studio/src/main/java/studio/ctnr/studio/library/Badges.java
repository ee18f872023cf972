package studio.ctnr.studio.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** The short words about a container's state, on its card and in the table. */
final class Badges {
    private Badges() {}

    static List<Label> of(ContainerRecord container, Set<String> running) {
        List<Label> badges = new ArrayList<>();
        if (running.contains(container.id())) {
            Label label = badge(Texts.text("library.badge.running"), "success");
            Circle dot = new Circle(4);
            dot.getStyleClass().add("running-dot");
            label.setGraphic(dot);
            badges.add(label);
        }
        badges.add(
                container.signed()
                        ? badge(Texts.text("library.badge.signed"), "muted")
                        : badge(Texts.text("library.badge.unsigned"), "warning"));
        if (!container.findings().isEmpty()) {
            badges.add(badge(
                    Texts.count("library.badge.findings", container.findings().size()),
                    container.isBlocked() ? "danger" : "warning"));
        }
        return badges;
    }

    private static Label badge(String text, String tone) {
        Label label = new Label(text);
        label.getStyleClass().addAll("small", tone);
        return label;
    }
}
