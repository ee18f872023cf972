package studio.ctnr.wizard.source;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.engine.installer.InstallerFacts;
import studio.ctnr.wizard.icon.IconTile;
import studio.ctnr.wizard.model.StepDraft;
import studio.ctnr.wizard.text.Texts;

/** One installer: what it is, what is inside, and how it is run. */
final class StepCard extends VBox {
    private final SourceViewModel viewModel;
    private final TextField arguments = new TextField();
    private final ToggleButton silent = new ToggleButton(Texts.text("source.silent"));
    private final ToggleButton asking = new ToggleButton(Texts.text("source.asking"));
    private final CheckBox folder = new CheckBox(Texts.text("source.folder"));
    private StepDraft step;

    StepCard(SourceViewModel viewModel, StepDraft step) {
        this.viewModel = viewModel;
        this.step = step;
        getStyleClass().add("card-cell");
        getChildren().add(head());
        viewModel.facts(step).ifPresent(facts -> getChildren().add(new FactsGrid(facts)));
        getChildren().add(run());
        show(step);
        StepOrder.of(this, viewModel);
    }

    StepDraft step() {
        return step;
    }

    /** Shows another state of the same step. */
    void show(StepDraft now) {
        step = now;
        if (!arguments.getText().strip().equals(now.arguments())) {
            arguments.setText(now.arguments());
        }
        boolean quiet = viewModel.isSilent(now);
        silent.setSelected(quiet);
        asking.setSelected(!quiet);
        folder.setSelected(now.wholeFolder());
    }

    int index() {
        return viewModel.steps().indexOf(step);
    }

    private Node head() {
        Optional<InstallerFacts> facts = viewModel.facts(step);
        String file = step.file().getFileName().toString();
        Label name = new Label(facts.flatMap(InstallerFacts::product).orElse(file));
        name.getStyleClass().add("heading");
        Label kind = new Label(facts.map(found -> kind(found) + " · " + file).orElse(file));
        kind.getStyleClass().addAll("muted", "small");
        VBox texts = new VBox(name, kind);
        HBox.setHgrow(texts, Priority.ALWAYS);
        HBox head = new HBox(
                IconTile.of(
                        facts.flatMap(InstallerFacts::program).flatMap(program -> program.icon()), 40, name.getText()),
                texts);
        if (viewModel.steps().size() > 1) {
            head.getChildren()
                    .addAll(
                            act("source.up", BootstrapIcons.ARROW_UP, () -> viewModel.move(step, -1)),
                            act("source.down", BootstrapIcons.ARROW_DOWN, () -> viewModel.move(step, 1)));
        }
        head.getChildren().add(act("source.remove", BootstrapIcons.X, () -> viewModel.remove(step)));
        head.setOnDragDetected(drag -> {
            if (viewModel.steps().size() > 1) {
                startDragAndDrop(TransferMode.MOVE).setContent(Map.of(StepOrder.PLACE, index()));
                drag.consume();
            }
        });
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        head.setSpacing(12);
        return head;
    }

    static String kind(InstallerFacts facts) {
        return switch (facts.installer().kind()) {
            case UNKNOWN -> Texts.text("source.kind.unknown");
            case SCRIPT -> Texts.text("source.kind.script");
            default -> Texts.text("source.kind", facts.installer().kind().title());
        };
    }

    private static Button act(String key, Ikon icon, Runnable run) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setAccessibleText(Texts.text(key));
        button.setTooltip(new Tooltip(Texts.text(key)));
        button.setId(key.replace('.', '-').toLowerCase(Locale.ROOT));
        button.setOnAction(e -> run.run());
        return button;
    }

    private Node run() {
        Label label = new Label(Texts.text("source.arguments"));
        label.getStyleClass().add("field-label");
        label.setLabelFor(arguments);
        arguments.setId("source-arguments");
        arguments.getStyleClass().add("mono");
        arguments.setPromptText(Texts.text("source.arguments.none"));
        arguments.textProperty().addListener((o, was, is) -> {
            if (index() >= 0) {
                viewModel.arguments(index(), is);
            }
        });
        HBox.setHgrow(arguments, Priority.ALWAYS);
        HBox row = new HBox(arguments);
        row.setSpacing(12);
        row.setAlignment(Pos.CENTER_LEFT);
        if (viewModel.canBeSilent(step)) {
            row.getChildren().add(modes());
        }
        folder.setId("source-folder");
        folder.setOnAction(e -> viewModel.wholeFolder(index(), folder.isSelected()));
        Label hint = new Label(Texts.text(viewModel.canBeSilent(step) ? "source.silent.hint" : "source.loud.hint"));
        hint.getStyleClass().add("field-hint");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        VBox field = new VBox(label, row, hint, folder);
        field.getStyleClass().add("field");
        return field;
    }

    private Node modes() {
        ToggleGroup group = new ToggleGroup();
        silent.setToggleGroup(group);
        asking.setToggleGroup(group);
        silent.getStyleClass().add(Styles.LEFT_PILL);
        asking.getStyleClass().add(Styles.RIGHT_PILL);
        silent.setMinWidth(Region.USE_PREF_SIZE);
        asking.setMinWidth(Region.USE_PREF_SIZE);
        silent.setOnAction(e -> choose(true));
        asking.setOnAction(e -> choose(false));
        return new HBox(silent, asking);
    }

    private void choose(boolean quiet) {
        viewModel.silent(index(), quiet);
        show(viewModel.steps().get(index()));
    }
}
