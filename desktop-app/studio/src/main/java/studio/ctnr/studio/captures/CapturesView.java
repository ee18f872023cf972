package studio.ctnr.studio.captures;

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
import studio.ctnr.studio.bench.CaptureSummary;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.action.ActionControls;
import studio.ctnr.toolkit.notice.EmptyState;
import studio.ctnr.toolkit.notice.MessageBar;

/** The captures as a list, newest first. */
final class CapturesView extends BorderPane {
    private final CapturesViewModel model;
    private final ListView<CaptureSummary> list;

    CapturesView(CapturesViewModel model) {
        this.model = model;
        getStylesheets()
                .add(Objects.requireNonNull(CapturesView.class.getResource("captures.css"))
                        .toExternalForm());
        setTop(header());
        list = new ListView<>(model.captures());
        list.setId("captures-list");
        list.getStyleClass().add("capture-list");
        list.setCellFactory(view -> new CaptureCell(model));
        list.setOnKeyPressed(e -> {
            CaptureSummary selected = list.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.ENTER && selected != null) {
                model.resume(selected);
            }
        });
        InvalidationListener again = o -> arrange();
        model.captures().addListener(again);
        model.problemProperty().addListener(again);
        arrange();
    }

    private HBox header() {
        Label title = new Label(Texts.text("place.captures"));
        title.getStyleClass().add("title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(title, space, begin());
        header.getStyleClass().addAll("page-header", "row");
        return header;
    }

    private Button begin() {
        return ActionControls.accent(Action.of("captures.begin", Texts.text("library.capture"), model::begin));
    }

    private void arrange() {
        Node shown = list;
        if (model.problemProperty().get() != null) {
            BorderPane place = new BorderPane();
            place.setTop(MessageBar.of(model.problemProperty().get()));
            place.getStyleClass().add("page-content");
            shown = place;
        } else if (model.captures().isEmpty()) {
            shown = new EmptyState(
                    BootstrapIcons.RECORD_CIRCLE, Texts.text("captures.none"), Texts.text("captures.none-text"));
        }
        setCenter(shown);
    }
}
