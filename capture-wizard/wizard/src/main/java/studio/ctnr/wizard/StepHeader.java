package studio.ctnr.wizard;

import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.ctnr.wizard.model.WizardStage;

/** The way with its steps: what is behind, where one is, what is to come. */
final class StepHeader extends HBox {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final Map<WizardStage, VBox> steps = new EnumMap<>(WizardStage.class);

    StepHeader() {
        getStyleClass().add("step-header");
        for (WizardStage stage : WizardStage.values()) {
            Region bar = new Region();
            bar.getStyleClass().add("bar");
            Label label = new Label(stage.label());
            label.getStyleClass().add("small");
            VBox step = new VBox(bar, label);
            step.getStyleClass().add("step");
            HBox.setHgrow(step, Priority.ALWAYS);
            step.setPrefWidth(100);
            steps.put(stage, step);
            getChildren().add(step);
        }
    }

    void show(WizardStage now) {
        steps.forEach((stage, step) -> {
            step.pseudoClassStateChanged(DONE, stage.compareTo(now) < 0);
            step.pseudoClassStateChanged(HERE, stage == now);
        });
    }
}
