package studio.ctnr.wizard.source;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.action.ActionControls;
import studio.ctnr.toolkit.notice.EmptyState;
import studio.ctnr.toolkit.notice.MessageBar;
import studio.ctnr.wizard.model.StepDraft;
import studio.ctnr.wizard.text.Texts;

/** A place to drop installers on, and a card for each that lies there. */
final class SourceView extends BorderPane {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final SourceViewModel viewModel;
    private final Action choose;
    private final VBox cards = new VBox();
    private final StackPane message = new StackPane();

    SourceView(SourceViewModel viewModel, Action choose) {
        this.viewModel = viewModel;
        this.choose = choose;
        getStyleClass().add("source");
        cards.getStyleClass().add("page-content");
        cards.setMaxWidth(860);
        StackPane middle = new StackPane(cards);
        middle.setAlignment(Pos.TOP_CENTER);
        ScrollPane scroll = new ScrollPane(middle);
        scroll.getStyleClass().add("flat");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        setCenter(scroll);
        setOnDragOver(this::over);
        setOnDragExited(e -> pseudoClassStateChanged(OVER, false));
        setOnDragDropped(this::dropped);
        viewModel.steps().addListener((ListChangeListener<StepDraft>) change -> follow(change));
        viewModel.problemProperty().addListener((o, was, problem) -> {
            message.getChildren().clear();
            if (problem != null) {
                message.getChildren().add(MessageBar.of(problem));
            }
        });
        message.managedProperty().bind(viewModel.problemProperty().isNotNull());
        build();
    }

    /** A step whose arguments changed keeps its card, with the focus in it; everything else is built anew. */
    private void follow(ListChangeListener.Change<? extends StepDraft> change) {
        while (change.next()) {
            boolean same = change.wasReplaced() && change.getRemovedSize() == 1 && change.getAddedSize() == 1;
            if (same
                    && cards.getChildren().size() > change.getFrom() + 1
                    && cards.getChildren().get(change.getFrom() + 1) instanceof StepCard card
                    && card.step()
                            .installer()
                            .equals(change.getAddedSubList().getFirst().installer())) {
                card.show(change.getAddedSubList().getFirst());
            } else {
                build();
                return;
            }
        }
    }

    private void build() {
        cards.getChildren().setAll(message);
        if (viewModel.steps().isEmpty()) {
            cards.getChildren().add(emptyZone());
            return;
        }
        for (StepDraft step : viewModel.steps()) {
            cards.getChildren().add(new StepCard(viewModel, step));
        }
        cards.getChildren().add(moreZone());
    }

    private Node emptyZone() {
        Button button = ActionControls.accent(choose);
        EmptyState state = new EmptyState(
                BootstrapIcons.BOX_ARROW_IN_DOWN,
                Texts.text("source.drop"),
                Texts.text("source.drop.sentence"),
                button);
        state.getStyleClass().add("drop-zone");
        state.setMinHeight(360);
        return state;
    }

    private Node moreZone() {
        Label text = new Label(Texts.text("source.more"));
        text.getStyleClass().addAll("muted", "small");
        Button button = ActionControls.button(choose);
        VBox zone = new VBox(text, button);
        zone.setAlignment(Pos.CENTER);
        zone.getStyleClass().addAll("drop-zone", "more");
        return zone;
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            pseudoClassStateChanged(OVER, true);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        List<Path> files =
                event.getDragboard().getFiles().stream().map(File::toPath).toList();
        viewModel.add(files);
        event.setDropCompleted(true);
        event.consume();
    }
}
