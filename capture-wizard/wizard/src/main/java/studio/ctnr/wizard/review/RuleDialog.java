package studio.ctnr.wizard.review;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import studio.ctnr.engine.rules.Decision;
import studio.ctnr.engine.rules.Outcome;
import studio.ctnr.toolkit.dialog.Answer;
import studio.ctnr.toolkit.dialog.Modal;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.wizard.text.Texts;

/** A rule in the making: a pattern, and while it is typed, what it catches. */
final class RuleDialog {
    private static final Duration PAUSE = Duration.millis(120);

    private final ReviewViewModel viewModel;
    private final ReviewSession session;
    private final Desk desk;
    private final TextField pattern = new TextField();
    private final TextField reason = new TextField();
    private final RadioButton exclude = new RadioButton(Texts.text("review.rule.exclude"));
    private final RadioButton include = new RadioButton(Texts.text("review.rule.include"));
    private final RadioButton here = new RadioButton(Texts.text("review.rule.here"));
    private final RadioButton later = new RadioButton(Texts.text("review.rule.later"));
    private final Label error = new Label();
    private final Label count = new Label();
    private final ListView<String> caught = new ListView<>();
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private Optional<String> value = Optional.empty();
    private int newest;

    RuleDialog(ReviewViewModel viewModel, ReviewSession session, Desk desk) {
        this.viewModel = viewModel;
        this.session = session;
        this.desk = desk;
    }

    void show(Decision first) {
        value = first.value();
        pattern.setText(first.pattern());
        pattern.setId("rule-pattern");
        pattern.getStyleClass().add("mono");
        reason.setId("rule-reason");
        ToggleGroup outcome = new ToggleGroup();
        exclude.setToggleGroup(outcome);
        include.setToggleGroup(outcome);
        exclude.setSelected(first.outcome() == Outcome.EXCLUDE);
        include.setSelected(first.outcome() == Outcome.INCLUDE);
        ToggleGroup scope = new ToggleGroup();
        here.setToggleGroup(scope);
        later.setToggleGroup(scope);
        here.setSelected(true);
        later.setId("rule-later");
        caught.setPrefHeight(150);
        caught.setId("rule-caught");
        caught.getStyleClass().add("preview-lines");
        caught.setFixedCellSize(20);
        error.getStyleClass().add("field-error");
        error.managedProperty().bind(error.textProperty().isNotEmpty());
        count.getStyleClass().add("strong");
        Label hint = new Label(Texts.text("review.rule.hint"));
        hint.getStyleClass().add("field-hint");
        hint.setWrapText(true);
        hint.setMinHeight(Label.USE_PREF_SIZE);
        VBox content = new VBox(
                12,
                new HBox(24, exclude, include),
                field("review.rule.pattern", pattern, hint, error),
                field("review.rule.reason", reason),
                new HBox(24, here, later),
                count,
                caught);
        content.setPrefWidth(560);
        pause.setOnFinished(e -> look());
        pattern.textProperty().addListener((o, was, is) -> pause.playFromStart());
        look();
        desk.dialogs()
                .show(new Modal(
                        Texts.text("review.rule.title"),
                        content,
                        List.of(
                                Answer.cancel(Texts.text("review.rule.cancel")),
                                Answer.accent(Texts.text("review.rule.make"), this::make))));
    }

    private static VBox field(String key, TextField field, Label... below) {
        Label label = new Label(Texts.text(key));
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        VBox box = new VBox(label, field);
        box.getChildren().addAll(below);
        box.getStyleClass().add("field");
        return box;
    }

    private Optional<Decision> decision() {
        try {
            Decision decision = new Decision(
                    include.isSelected() ? Outcome.INCLUDE : Outcome.EXCLUDE,
                    pattern.getText().strip(),
                    value,
                    reason.getText().strip());
            error.setText("");
            return Optional.of(decision);
        } catch (IllegalArgumentException wrong) {
            error.setText(wrong.getMessage());
            return Optional.empty();
        }
    }

    private void look() {
        int number = ++newest;
        decision()
                .ifPresent(decision -> desk.background()
                        .call(() -> session.catches(decision))
                        .onSuccess(found -> {
                            if (number == newest) {
                                count.setText(Texts.count("review.rule.catches", found.count()));
                                caught.getItems().setAll(found.examples());
                            }
                        })
                        .onError(failure -> error.setText(failure.getMessage()))
                        .start());
    }

    private void make() {
        decision().ifPresent(later.isSelected() ? viewModel::share : viewModel::decide);
    }
}
