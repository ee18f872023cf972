package studio.ctnr.studio.editor.isolation;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.ctnr.container.view.Bits;
import studio.ctnr.container.view.Explanation;
import studio.ctnr.studio.text.Texts;

/** Asks for a path or key and says which layer, mode and rule decide there, and where a write would go. */
final class ExplainView extends ScrollPane {
    private final VBox answer = new VBox();

    ExplainView(ExplainViewModel model) {
        getStyleClass().addAll("flat", "inspector");
        setFitToWidth(true);
        Label heading = new Label(Texts.text("isolation.explain"));
        heading.getStyleClass().add("heading");
        TextField asked = new TextField();
        asked.setId("explain-path");
        asked.getStyleClass().add("mono");
        asked.setPromptText(Texts.text("isolation.explain.prompt"));
        asked.setAccessibleText(Texts.text("isolation.explain"));
        asked.textProperty().bindBidirectional(model.askedProperty());
        HBox.setHgrow(asked, Priority.ALWAYS);
        ComboBox<Bits> bits = new ComboBox<>(FXCollections.observableArrayList(Bits.values()));
        bits.setId("explain-bits");
        bits.setAccessibleText(Texts.text("isolation.explain.bits"));
        bits.valueProperty().bindBidirectional(model.bitsProperty());
        answer.setId("explain-answer");
        answer.setSpacing(12);
        VBox box = new VBox(12, heading, new HBox(6, asked, bits), answer);
        box.getStyleClass().add("inspector-box");
        setContent(box);
        model.answerProperty().subscribe(this::show);
    }

    private void show(ExplainViewModel.Answer told) {
        if (told.explanation().isPresent()) {
            answer.getChildren().setAll(facts(told.explanation().get()));
        } else if (told.problem().isEmpty()) {
            answer.getChildren().setAll(small(Texts.text("isolation.explain.hint"), "muted"));
        } else {
            answer.getChildren().setAll(small(told.problem(), "danger"));
        }
    }

    private static List<Node> facts(Explanation told) {
        List<Node> facts = new ArrayList<>();
        if (!told.view().equals(told.asked())) {
            facts.add(fact("means", told.view(), true));
        }
        told.steps()
                .forEach(step -> facts.add(
                        small(Texts.text("isolation.reason." + step.reason().name(), step.means()), "muted")));
        facts.add(fact("layer", Texts.text("isolation.layer." + told.layer().name()), false));
        facts.add(fact(
                "mode", Texts.text("isolation.mode." + told.decision().mode().name()), false));
        String source =
                Texts.text("isolation.source." + told.decision().source().name());
        facts.add(fact(
                "rule",
                told.decision().rule().orElse(source),
                told.decision().rule().isPresent()));
        if (told.decision().rule().isPresent()) {
            facts.add(small(source, "muted"));
        }
        facts.add(fact(
                "write",
                Texts.text("isolation.target." + told.landing().target().name())
                        + told.landing().place().map(place -> "\n" + place).orElse(""),
                false));
        told.hiddenBy().ifPresent(by -> facts.add(fact("hidden", by, true)));
        told.below()
                .forEach(each -> facts.add(small(
                        Texts.text(
                                "isolation.below",
                                each.rule().orElse(""),
                                Texts.text("isolation.mode." + each.mode().name())),
                        "muted")));
        return facts;
    }

    private static VBox fact(String what, String text, boolean mono) {
        Label label = new Label(Texts.text("isolation.fact." + what));
        label.getStyleClass().addAll("small", "muted");
        Label value = new Label(text);
        value.setWrapText(true);
        if (mono) {
            value.getStyleClass().add("mono");
        }
        return new VBox(label, value);
    }

    private static Label small(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().addAll("small", style);
        label.setWrapText(true);
        return label;
    }
}
