package studio.ctnr.wizard.review;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.TreeTableRow;
import studio.ctnr.engine.change.ChangeKind;
import studio.ctnr.wizard.diff.DiffState;

/** Colours a row by what happened and by what was decided. */
final class DiffRow extends TreeTableRow<Integer> {
    private static final PseudoClass OUT = PseudoClass.getPseudoClass("out");

    private final DiffTable table;

    DiffRow(DiffTable table) {
        this.table = table;
    }

    @Override
    protected void updateItem(Integer node, boolean empty) {
        super.updateItem(node, empty);
        boolean shown = !empty && node != null && node >= 0;
        DiffState state = shown ? table.shown().state() : null;
        for (ChangeKind kind : ChangeKind.values()) {
            pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(kind.name().toLowerCase(Locale.ROOT)),
                    shown && state.tree().happened(node).filter(kind::equals).isPresent());
        }
        pseudoClassStateChanged(OUT, shown && state.includedIn(node) == 0);
    }
}
