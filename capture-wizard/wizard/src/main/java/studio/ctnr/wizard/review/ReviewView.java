package studio.ctnr.wizard.review;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.toolkit.action.ActionControls;
import studio.ctnr.toolkit.notice.EmptyState;
import studio.ctnr.toolkit.notice.MessageBar;
import studio.ctnr.toolkit.notice.Tone;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.text.ByteSize;
import studio.ctnr.wizard.diff.DiffState;
import studio.ctnr.wizard.diff.Shown;
import studio.ctnr.wizard.text.Texts;

/** Filters above, the tree at the left, what a row holds at the right, sums below. */
final class ReviewView extends BorderPane {
    private final ReviewViewModel viewModel;
    private final ReviewActions actions;
    private final DiffTable table;
    private final FilterBar filters;
    private final PreviewPane preview;
    private final Label sums = new Label();
    private final StackPane unobserved = new StackPane();
    private final StackPane middle = new StackPane();
    private final SplitPane split = new SplitPane();
    private Optional<Integer> previewed = Optional.empty();

    ReviewView(ReviewViewModel viewModel, ReviewActions actions, Desk desk) {
        this.viewModel = viewModel;
        this.actions = actions;
        getStyleClass().add("review");
        filters = new FilterBar(viewModel);
        table = new DiffTable(viewModel::decide);
        preview = new PreviewPane(desk.background(), actions);
        table.setContextMenu(ActionControls.contextMenu(actions.menu()));
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<TreeItem<Integer>>)
                change -> selected());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        table.setPlaceholder(new EmptyState(
                BootstrapIcons.SEARCH, Texts.text("review.no-match"), Texts.text("review.no-match.sentence")));
        split.getItems().addAll(table, preview);
        SplitPane.setResizableWithParent(preview, false);
        split.setDividerPositions(0.72);
        setTop(new VBox(unobserved, filters));
        setCenter(middle);
        setBottom(bottom());
        unobserved.getStyleClass().add("above-filters");
        viewModel.unobservedProperty().addListener((o, was, is) -> warn(is));
        warn(viewModel.unobservedProperty().get());
        viewModel.shownProperty().addListener((o, was, is) -> show(is));
        viewModel
                .problemProperty()
                .addListener((o, was, is) -> show(viewModel.shownProperty().get()));
        show(viewModel.shownProperty().get());
    }

    DiffTable table() {
        return table;
    }

    void findFocus() {
        filters.field().requestFocus();
    }

    private Node bottom() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label undo = new Label();
        undo.textProperty()
                .bind(viewModel
                        .history()
                        .undoDescriptionProperty()
                        .map(text -> text.isEmpty() ? "" : Texts.text("review.undo-what", text)));
        HBox bar =
                new HBox(sums, space, undo, ActionControls.icon(actions.undo()), ActionControls.icon(actions.redo()));
        bar.getStyleClass().add("status-bar");
        return bar;
    }

    private void warn(Optional<String> text) {
        unobserved
                .getChildren()
                .setAll(text.map(what -> new MessageBar(Tone.WARNING, what, List.of())).stream()
                        .toList());
        unobserved.setManaged(text.isPresent());
    }

    private void show(Shown shown) {
        if (viewModel.problemProperty().get() != null) {
            MessageBar bar = MessageBar.of(viewModel.problemProperty().get());
            bar.setMaxHeight(Region.USE_PREF_SIZE);
            middle.getChildren().setAll(bar);
            return;
        }
        if (shown == null) {
            ProgressIndicator wait = new ProgressIndicator();
            wait.setMaxSize(32, 32);
            middle.getChildren().setAll(wait);
            sums.setText("");
            return;
        }
        filters.show(shown);
        table.show(shown);
        sums.setText(sums(shown));
        if (middle.getChildren().isEmpty() || middle.getChildren().getFirst() != split) {
            middle.getChildren().setAll(split);
            table.requestFocus();
        }
        previewed = Optional.empty();
        selected();
    }

    private static String sums(Shown shown) {
        DiffState state = shown.state();
        String all = Texts.text(
                "review.sums",
                CellTexts.number(state.included()),
                CellTexts.number(state.changes()),
                ByteSize.shown(state.includedBytes()));
        return shown.filter().isAll()
                ? all
                : all + "   ·   "
                        + Texts.text(
                                "review.sums.shown", CellTexts.number(shown.matches()), ByteSize.shown(shown.bytes()));
    }

    private void selected() {
        if (viewModel.shownProperty().get() == null) {
            return;
        }
        List<Integer> nodes = table.selectedNodes();
        actions.select(nodes);
        Optional<Integer> first = nodes.isEmpty() ? Optional.empty() : Optional.of(nodes.getLast());
        if (!first.equals(previewed) || first.isEmpty()) {
            previewed = first;
            preview.show(first, viewModel.shownProperty().get().state());
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            actions.toggle().perform();
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            actions.all().stream()
                    .filter(action -> action.id().equals("review.exclude"))
                    .forEach(studio.ctnr.toolkit.action.Action::perform);
            event.consume();
        }
    }
}
