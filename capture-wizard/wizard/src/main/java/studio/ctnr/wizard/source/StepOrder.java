package studio.ctnr.wizard.source;

import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;

/** Puts installers in their order: a card is dragged by its head onto another, or moved by Alt+Up and Alt+Down. */
final class StepOrder {
    /** The place of the card that is dragged. */
    static final DataFormat PLACE = new DataFormat("application/x-ctnr-step");

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private StepOrder() {}

    static void of(StepCard card, SourceViewModel viewModel) {
        card.setOnDragOver(drag -> {
            if (isOther(drag, card)) {
                drag.acceptTransferModes(TransferMode.MOVE);
                card.pseudoClassStateChanged(OVER, true);
                drag.consume();
            }
        });
        card.setOnDragExited(drag -> card.pseudoClassStateChanged(OVER, false));
        card.setOnDragDropped(drag -> {
            if (isOther(drag, card)) {
                int from = (Integer) drag.getDragboard().getContent(PLACE);
                drag.setDropCompleted(true);
                drag.consume();
                viewModel.moveTo(viewModel.steps().get(from), card.index());
            }
        });
        card.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            boolean up = key.getCode() == KeyCode.UP;
            if (key.isAltDown() && (up || key.getCode() == KeyCode.DOWN)) {
                key.consume();
                Parent cards = card.getParent();
                int place = card.index() + (up ? -1 : 1);
                viewModel.moveTo(card.step(), place);
                focus(cards, place);
            }
        });
    }

    private static boolean isOther(DragEvent drag, StepCard card) {
        return drag.getGestureSource() instanceof StepCard other
                && other != card
                && drag.getDragboard().hasContent(PLACE);
    }

    /** The cards were made anew; the one that moved has the focus again. */
    private static void focus(Parent cards, int place) {
        cards.getChildrenUnmodifiable().stream()
                .filter(node -> node instanceof StepCard card && card.index() == place)
                .findFirst()
                .ifPresent(card -> card.lookup("#source-arguments").requestFocus());
    }
}
