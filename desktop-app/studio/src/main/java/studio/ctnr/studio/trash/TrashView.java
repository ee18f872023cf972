package studio.ctnr.studio.trash;

import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.notice.EmptyState;
import studio.ctnr.toolkit.notice.MessageBar;
import studio.ctnr.toolkit.text.ByteSize;
import studio.ctnr.workbench.inventory.RetiredContainer;

/** The retired containers as a list, the latest first. */
final class TrashView extends BorderPane {
    private final TrashViewModel model;
    private final ListView<RetiredContainer> list;
    private final Label sum = new Label();
    private final Button empty = new Button(Texts.text("trash.empty.ask"));

    TrashView(TrashViewModel model) {
        this.model = model;
        getStylesheets()
                .add(Objects.requireNonNull(TrashView.class.getResource("trash.css"))
                        .toExternalForm());
        setTop(header());
        list = new ListView<>(model.retired());
        list.setId("trash-list");
        list.getStyleClass().add("trash-list");
        list.setCellFactory(view -> new RetiredCell(model));
        list.setOnKeyPressed(e -> {
            RetiredContainer selected = list.getSelectionModel().getSelectedItem();
            if (selected != null && e.getCode() == KeyCode.ENTER) {
                model.bringBack(selected);
            } else if (selected != null && e.getCode() == KeyCode.DELETE) {
                model.purge(selected);
            }
        });
        InvalidationListener again = o -> arrange();
        model.retired().addListener(again);
        model.problemProperty().addListener(again);
        arrange();
    }

    private HBox header() {
        Label title = new Label(Texts.text("place.trash"));
        title.getStyleClass().add("title");
        sum.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        empty.setId("trash-empty");
        empty.setOnAction(e -> model.empty());
        HBox header = new HBox(title, sum, space, empty);
        header.getStyleClass().addAll("page-header", "row");
        return header;
    }

    private void arrange() {
        boolean none = model.retired().isEmpty();
        empty.setDisable(none);
        sum.setText(none ? "" : Texts.count("trash.sum", model.retired().size(), ByteSize.shown(model.size())));
        Node shown = list;
        if (model.problemProperty().get() != null) {
            BorderPane place = new BorderPane();
            place.setTop(MessageBar.of(model.problemProperty().get()));
            place.getStyleClass().add("page-content");
            shown = place;
        } else if (none) {
            shown = new EmptyState(BootstrapIcons.TRASH, Texts.text("trash.none"), Texts.text("trash.none-text"));
        }
        setCenter(shown);
    }
}
