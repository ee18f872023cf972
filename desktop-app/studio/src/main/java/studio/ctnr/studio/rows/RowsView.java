package studio.ctnr.studio.rows;

import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.ctnr.toolkit.notice.EmptyState;
import studio.ctnr.toolkit.notice.MessageBar;

/** A page's title over a list of rows with lines between them, or over what there is to say where there are none. */
public class RowsView<T> extends BorderPane {
    private final LoadedRows<T> rows;
    private final ListView<T> list;
    private final Supplier<EmptyState> none;

    /** @param none shown when there are no rows */
    protected RowsView(LoadedRows<T> rows, String id, Supplier<EmptyState> none) {
        this.rows = rows;
        this.none = none;
        getStylesheets()
                .add(Objects.requireNonNull(RowsView.class.getResource("rows.css"))
                        .toExternalForm());
        list = new ListView<>(rows.items());
        list.setId(id);
        list.getStyleClass().add("row-list");
        InvalidationListener again = o -> arrange();
        rows.items().addListener(again);
        rows.problemProperty().addListener(again);
        arrange();
    }

    protected final ListView<T> list() {
        return list;
    }

    /** The title with what stands beside it, and what can be done at the right. */
    protected final void setHeader(String title, Node act, Node... beside) {
        Label name = new Label(title);
        name.getStyleClass().add("title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(name);
        header.getChildren().addAll(beside);
        header.getChildren().addAll(space, act);
        header.getStyleClass().addAll("page-header", "row");
        setTop(header);
    }

    private void arrange() {
        if (rows.problemProperty().get() != null) {
            BorderPane place = new BorderPane();
            place.setTop(MessageBar.of(rows.problemProperty().get()));
            place.getStyleClass().add("page-content");
            setCenter(place);
        } else {
            setCenter(rows.items().isEmpty() ? none.get() : list);
        }
    }
}
