package studio.ctnr.studio.palette;

import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.ctnr.studio.text.Texts;

/**
 * The command palette: a field over the window's upper half, and below it what fits. It lies in the window, so it is
 * gone with a click beside it or Esc.
 */
public final class CommandPalette extends StackPane {
    private final TextField field = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>();
    private final Runnable close;

    /** @param close takes it out of the window */
    public CommandPalette(PaletteViewModel model, Runnable close) {
        this.close = close;
        setId("palette");
        getStyleClass().add("palette-shade");
        getStylesheets()
                .add(Objects.requireNonNull(CommandPalette.class.getResource("palette.css"))
                        .toExternalForm());
        field.setPromptText(Texts.text("palette.prompt"));
        field.setAccessibleText(Texts.text("palette.prompt"));
        field.textProperty().bindBidirectional(model.typedProperty());
        list.setItems(model.found());
        list.setCellFactory(view -> new PaletteCell());
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label(Texts.text("palette.none")));
        list.setOnMouseClicked(e -> perform());
        model.found().addListener((InvalidationListener) o -> selectFirst());
        selectFirst();
        VBox box = new VBox(field, list);
        box.getStyleClass().add("palette");
        box.setMaxSize(560, USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        getChildren().add(box);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            if (e.getTarget() == this) {
                close.run();
            }
        });
        Platform.runLater(field::requestFocus);
    }

    private void selectFirst() {
        list.getSelectionModel().select(0);
        list.scrollTo(0);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close.run();
            case ENTER -> perform();
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(8);
            case PAGE_UP -> move(-8);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int last = list.getItems().size() - 1;
        int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, Math.max(0, last));
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - 4));
    }

    private void perform() {
        Optional<PaletteEntry> chosen =
                Optional.ofNullable(list.getSelectionModel().getSelectedItem());
        chosen.ifPresent(entry -> {
            close.run();
            entry.act().run();
        });
    }
}
