package studio.ctnr.studio.editor.config;

import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.stage.Popup;
import org.fxmisc.richtext.CodeArea;
import studio.ctnr.container.config.ConfigCompletion;
import studio.ctnr.container.config.ConfigCompletion.Completion;
import studio.ctnr.container.config.ConfigCompletion.Offer;

/** What may stand at the caret, below it: Ctrl+Space asks for it, Enter or Tab takes it, typing narrows it. */
final class CompletionPopup {
    private static final int ROW = 28;
    private static final int MOST_ROWS = 8;

    private final CodeArea area;
    private final Popup popup = new Popup();
    private final ListView<Offer> list = new ListView<>();
    private int start;

    CompletionPopup(CodeArea area) {
        this.area = area;
        list.setId("config-completion");
        list.getStyleClass().add("completion");
        list.setFixedCellSize(ROW);
        list.setCellFactory(each -> new OfferCell());
        list.setOnMouseClicked(e -> take());
        popup.getContent().add(list);
        popup.setAutoHide(true);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        area.caretPositionProperty().subscribe(() -> {
            if (popup.isShowing()) {
                offer();
            }
        });
        area.focusedProperty().subscribe(focused -> {
            if (!focused) {
                popup.hide();
            }
        });
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.SPACE && key.isControlDown()) {
            offer();
            key.consume();
        } else if (popup.isShowing()) {
            steer(key);
        }
    }

    private void steer(KeyEvent key) {
        switch (key.getCode()) {
            case UP -> list.getSelectionModel().selectPrevious();
            case DOWN -> list.getSelectionModel().selectNext();
            case ENTER, TAB -> take();
            case ESCAPE -> popup.hide();
            default -> {
                return;
            }
        }
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
        key.consume();
    }

    private void offer() {
        Completion completion = ConfigCompletion.at(area.getText(), area.getCaretPosition());
        start = completion.start();
        list.getItems().setAll(completion.offers());
        if (list.getItems().isEmpty()) {
            popup.hide();
            return;
        }
        list.getSelectionModel().select(0);
        list.setPrefSize(420, ROW * Math.min(MOST_ROWS, list.getItems().size()) + 2);
        area.getCaretBounds().ifPresent(this::show);
    }

    private void show(Bounds caret) {
        popup.show(area, caret.getMinX(), caret.getMaxY() + 6);
    }

    private void take() {
        Offer offer = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (offer != null) {
            area.replaceText(start, area.getCaretPosition(), offer.text());
        }
    }

    private static final class OfferCell extends ListCell<Offer> {
        private final Label text = new Label();
        private final Label description = new Label();
        private final HBox box = new HBox(12, text, description);

        private OfferCell() {
            text.getStyleClass().add("mono");
            text.setMinWidth(120);
            description.getStyleClass().addAll("small", "muted");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Offer offer, boolean empty) {
            super.updateItem(offer, empty);
            setGraphic(empty ? null : box);
            if (!empty) {
                text.setText(offer.text().strip());
                description.setText(offer.description());
            }
        }
    }
}
