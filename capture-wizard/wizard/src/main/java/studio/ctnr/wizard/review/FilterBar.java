package studio.ctnr.wizard.review;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import studio.ctnr.wizard.diff.Category;
import studio.ctnr.wizard.diff.Shown;
import studio.ctnr.wizard.text.Texts;

/** A text to look for, and a chip with its count for each quick filter that finds something. */
final class FilterBar extends VBox {
    private static final Duration PAUSE = Duration.millis(60);

    private final ReviewViewModel viewModel;
    private final TextField text = new TextField();
    private final ToggleButton all = chip("all");
    private final ToggleButton excluded = chip("excluded");
    private final Map<Category, ToggleButton> chips = new EnumMap<>(Category.class);
    private final PauseTransition pause = new PauseTransition(PAUSE);

    FilterBar(ReviewViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().add("filter-bar");
        text.setId("review-filter");
        text.setPromptText(Texts.text("review.filter"));
        text.setAccessibleText(Texts.text("review.filter"));
        text.setPrefWidth(300);
        pause.setOnFinished(e -> viewModel.textProperty().set(text.getText()));
        text.textProperty().addListener((o, was, is) -> pause.playFromStart());
        viewModel.textProperty().addListener((o, was, is) -> {
            if (!text.getText().equals(is)) {
                text.setText(is);
            }
        });
        Label error = new Label();
        error.getStyleClass().add("field-error");
        error.managedProperty().bind(error.textProperty().isNotEmpty());
        viewModel.textProblemProperty().addListener((o, was, is) -> error.setText(is.orElse("")));
        all.setOnAction(e -> viewModel.showAll());
        excluded.setOnAction(e -> viewModel.toggleExcluded());
        FlowPane row = new FlowPane(6, 6, text, all, excluded);
        for (Category category : Category.values()) {
            ToggleButton chip = chip(category.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            chip.setOnAction(e -> viewModel.toggle(category));
            chips.put(category, chip);
            row.getChildren().add(chip);
        }
        chips.get(Category.MACHINE_SPECIFIC).getStyleClass().add("warning");
        row.setRowValignment(javafx.geometry.VPos.CENTER);
        getChildren().addAll(row, error);
    }

    Node field() {
        return text;
    }

    private static ToggleButton chip(String name) {
        ToggleButton chip = new ToggleButton();
        chip.getStyleClass().setAll("chip");
        chip.setId("chip-" + name);
        return chip;
    }

    /** Counts follow what was decided. */
    void show(Shown shown) {
        var state = shown.state();
        var filter = shown.filter();
        label(all, "all", state.changes());
        all.setSelected(filter.isAll());
        label(excluded, "excluded", state.excluded());
        excluded.setSelected(filter.excludedOnly());
        chips.forEach((category, chip) -> {
            int count = state.of(category);
            label(chip, category.name().toLowerCase(Locale.ROOT).replace('_', '-'), count);
            boolean on = filter.categories().contains(category);
            chip.setSelected(on);
            chip.setVisible(count > 0 || on);
            chip.setManaged(count > 0 || on);
        });
    }

    private static void label(ToggleButton chip, String name, int count) {
        chip.setText(Texts.text("review.chip." + name) + " " + CellTexts.number(count));
    }
}
