package studio.ctnr.wizard.review;

import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import studio.ctnr.engine.rules.Verdict;
import studio.ctnr.wizard.diff.DiffState;

/** A cell of one text. */
final class TextCell extends TreeTableCell<Integer, Integer> {
    /** Says it. */
    interface Say {
        String of(DiffState state, int node);
    }

    private final DiffTable table;
    private final Say say;
    private final boolean explained;

    /**
     * @param style what the stylesheet calls it
     * @param explained whether the verdict's reason is its tooltip
     */
    TextCell(DiffTable table, Say say, String style, boolean explained) {
        this.explained = explained;
        this.table = table;
        this.say = say;
        getStyleClass().add(style);
    }

    @Override
    protected void updateItem(Integer node, boolean empty) {
        super.updateItem(node, empty);
        if (empty || node == null || node < 0) {
            setText(null);
            setTooltip(null);
            return;
        }
        DiffState state = table.shown().state();
        setText(say.of(state, node));
        setTooltip(explained ? state.verdict(node).map(TextCell::tip).orElse(null) : null);
    }

    private static Tooltip tip(Verdict verdict) {
        return new Tooltip(CellTexts.why(verdict));
    }
}
