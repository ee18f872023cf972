package studio.ctnr.studio.editor.registry;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.studio.choice.ContainerField;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.action.ActionControls;
import studio.ctnr.toolkit.dialog.Dialogs;
import studio.ctnr.toolkit.notice.MessageBar;

/** Which registry this one is compared with, and in what they differ. */
final class ComparisonPane extends BorderPane {
    private final RegistryComparison comparison;
    private final DifferenceTable table;
    private final ContainerField source;
    private final VBox top = new VBox();

    ComparisonPane(RegistryComparison comparison, Dialogs dialogs) {
        this.comparison = comparison;
        table = new DifferenceTable(comparison);
        source = new ContainerField(
                "registry-other",
                Texts.text("registry.compare.with"),
                comparison.known(),
                comparison.sourceProperty(),
                dialogs);
        getStyleClass().add("comparison");
        setMinHeight(140);
        top.getChildren().add(bar());
        setTop(top);
        setCenter(center());
        comparison.problemProperty().subscribe(problem -> {
            top.getChildren().removeIf(MessageBar.class::isInstance);
            if (problem != null) {
                top.getChildren().add(MessageBar.of(problem));
            }
        });
        table.getSelectionModel().selectedItemProperty().subscribe(each -> {
            if (each != null) {
                comparison.show(each);
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    void focusField() {
        source.requestFocus();
    }

    /** The difference after the one that is selected, or before it. */
    void step(boolean forward) {
        comparison.step(table.getSelectionModel().getSelectedItem(), forward).ifPresent(next -> {
            table.getSelectionModel().clearAndSelect(comparison.rows().indexOf(next));
            table.scrollTo(next);
        });
    }

    private HBox bar() {
        Button compare = new Button(Texts.text("compare.act"));
        compare.setId("registry-compare-act");
        compare.disableProperty()
                .bind(comparison
                        .runningProperty()
                        .or(comparison.sourceProperty().isEmpty()));
        compare.setOnAction(e -> comparison.compare());
        Label count = new Label();
        count.setId("registry-compare-count");
        count.getStyleClass().addAll("small", "muted");
        count.setMinWidth(USE_PREF_SIZE);
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        this::count, comparison.differencesProperty(), comparison.comparedProperty()));
        count.managedProperty().bind(count.textProperty().isNotEmpty());
        var some = Bindings.isNotEmpty(comparison.rows());
        Action previous = Action.of(
                        "registry.difference.previous", Texts.text("registry.difference.previous"), () -> step(false))
                .icon(BootstrapIcons.ARROW_UP)
                .shortcut("Shift+F7")
                .enabledWhen(some);
        Action next = Action.of("registry.difference.next", Texts.text("registry.difference.next"), () -> step(true))
                .icon(BootstrapIcons.ARROW_DOWN)
                .shortcut("F7")
                .enabledWhen(some);
        Action take = Action.of(
                        "registry.difference.take",
                        Texts.text("registry.difference.take"),
                        () -> comparison.take(
                                List.copyOf(table.getSelectionModel().getSelectedItems())))
                .enabledWhen(Bindings.createBooleanBinding(
                        () -> comparison.canTake() && table.getSelectionModel().getSelectedItem() != null,
                        table.getSelectionModel().selectedItemProperty()));
        table.setContextMenu(ActionControls.contextMenu(take));
        Button close = new Button(null, new FontIcon(BootstrapIcons.X));
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        close.setAccessibleText(Texts.text("registry.compare.close"));
        close.setOnAction(e -> comparison.openProperty().set(false));
        HBox bar = new HBox(
                source,
                compare,
                count,
                ActionControls.icon(previous),
                ActionControls.icon(next),
                ActionControls.button(take),
                close);
        bar.getStyleClass().add("bar");
        return bar;
    }

    private String count() {
        return comparison
                .comparedProperty()
                .get()
                .map(other -> Texts.count(
                        "registry.differences",
                        comparison.differencesProperty().get().all().size()))
                .orElse("");
    }

    private StackPane center() {
        Label nothing = new Label();
        nothing.getStyleClass().add("muted");
        nothing.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> comparison.comparedProperty().get().isEmpty()
                                ? Texts.text("registry.compare.hint")
                                : Texts.text("registry.compare.same"),
                        comparison.comparedProperty()));
        table.setPlaceholder(nothing);
        ProgressIndicator busy = new ProgressIndicator();
        busy.setMaxSize(36, 36);
        Button cancel = new Button(Texts.text("registry.compare.cancel"));
        cancel.setOnAction(e -> comparison.cancel());
        VBox waiting = new VBox(12, busy, cancel);
        waiting.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        waiting.getStyleClass().add("waiting");
        waiting.visibleProperty().bind(comparison.runningProperty());
        return new StackPane(table, waiting);
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            comparison.openProperty().set(false);
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER
                && !table.isFocused()
                && !comparison.runningProperty().get()
                && source.isFocusWithin()) {
            comparison.compare();
            key.consume();
        }
    }
}
