package studio.ctnr.wizard.preview.view;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import studio.ctnr.wizard.preview.Preview;
import studio.ctnr.wizard.preview.Preview.Happened;
import studio.ctnr.wizard.preview.Preview.Line;

/** Lines of a text, a comparison or bytes, one row each. */
final class PreviewLines extends ListView<Line> {
    private static final double ROW = 20;
    private static final int ROWS_AT_MOST = 18;

    PreviewLines(Preview.Text text) {
        this();
        getItems().setAll(text.lines());
        if (text.cut()) {
            getItems().add(new Line(Happened.SAME, "…"));
        }
        fit();
    }

    PreviewLines(Preview.Hex hex) {
        this();
        hex.lines().forEach(line -> getItems().add(new Line(Happened.SAME, line)));
        fit();
    }

    private PreviewLines() {
        getStyleClass().addAll("preview-lines");
        setFixedCellSize(ROW);
        setCellFactory(list -> new LineCell());
    }

    private void fit() {
        setPrefHeight(Math.clamp(getItems().size(), 1, ROWS_AT_MOST) * ROW + 14);
        setMinHeight(USE_PREF_SIZE);
    }

    private static final class LineCell extends ListCell<Line> {
        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            boolean shown = !empty && line != null;
            setText(shown ? mark(line) : null);
            for (Happened each : Happened.values()) {
                pseudoClassStateChanged(
                        PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)),
                        shown && line.happened() == each);
            }
        }

        private static String mark(Line line) {
            return switch (line.happened()) {
                case SAME -> line.text();
                case ADDED -> "+ " + line.text();
                case REMOVED -> "− " + line.text();
            };
        }
    }
}
