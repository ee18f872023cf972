package studio.ctnr.studio.editor.overview;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.text.ByteSize;

/** Where a container's bytes are: one bar of all parts, and each with its size. */
final class SizeBars extends VBox {
    private static final double LEAST = 3;

    SizeBars(Contents contents) {
        getStyleClass().add("size-bars");
        Label total = new Label(ByteSize.shown(contents.bytes()));
        total.getStyleClass().addAll("small", "muted");
        HBox head = new HBox(OverviewView.heading("overview.sizes"), total);
        head.getStyleClass().add("size-head");
        List<Contents.Part> parts = contents.parts().stream()
                .filter(part -> part.share().files() > 0)
                .toList();
        getChildren().addAll(head, bar(parts, contents.bytes()), legend(parts));
    }

    private static HBox bar(List<Contents.Part> parts, long total) {
        HBox bar = new HBox();
        bar.getStyleClass().add("size-bar");
        for (Contents.Part part : parts) {
            Region piece = new Region();
            piece.getStyleClass().addAll("size-piece", "part-" + part.name());
            piece.setMinWidth(LEAST);
            piece.prefWidthProperty()
                    .bind(bar.widthProperty().multiply(part.share().bytes() / (double) Math.max(1, total)));
            bar.getChildren().add(piece);
        }
        return bar;
    }

    private static GridPane legend(List<Contents.Part> parts) {
        GridPane legend = new GridPane();
        legend.getStyleClass().add("size-legend");
        ColumnConstraints sizes = new ColumnConstraints();
        sizes.setHalignment(HPos.RIGHT);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        legend.getColumnConstraints().addAll(new ColumnConstraints(), words, sizes, sizes);
        for (Contents.Part part : parts) {
            StackPane dot = new StackPane();
            dot.getStyleClass().addAll("size-dot", "part-" + part.name());
            Label files =
                    new Label(Texts.count("overview.part.files", part.share().files()));
            files.getStyleClass().addAll("small", "muted");
            Label name = new Label(Texts.text("overview.part." + part.name()));
            name.setWrapText(true);
            name.setMinHeight(USE_PREF_SIZE);
            Label size = new Label(ByteSize.shown(part.share().bytes()));
            List.of(files, size).forEach(label -> label.setMinWidth(USE_PREF_SIZE));
            legend.addRow(legend.getRowCount(), dot, name, files, size);
        }
        return legend;
    }
}
