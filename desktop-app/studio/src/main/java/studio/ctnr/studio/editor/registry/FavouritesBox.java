package studio.ctnr.studio.editor.registry;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.notice.Notice;
import studio.ctnr.toolkit.page.Desk;

/** All favourites in a list, to be renamed, removed and jumped to; by keyboard with F2, Delete and Enter. */
final class FavouritesBox extends VBox {
    private final Favourites favourites;
    private final Desk desk;
    private final ListView<Favourite> list;
    private final TextField name = new TextField();
    private final Label problem = new Label();

    FavouritesBox(Favourites favourites, Consumer<Favourite> go, Desk desk) {
        super(6);
        this.favourites = favourites;
        this.desk = desk;
        list = new ListView<>(favourites.items());
        list.setId("favourites-list");
        list.setAccessibleText(Texts.text("registry.favourites"));
        list.setPrefSize(480, 200);
        list.setPlaceholder(new Label(Texts.text("registry.favourites.none")));
        list.setCellFactory(each -> new Cell());
        list.getSelectionModel().selectedItemProperty().subscribe(each -> {
            name.setText(each == null ? "" : each.name());
            problem.setText("");
        });
        list.getSelectionModel().selectFirst();
        list.addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed(key, go));
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                selected().ifPresent(go);
            }
        });
        Label label = new Label(Texts.text("registry.name.label"));
        label.getStyleClass().add("field-label");
        name.setId("favourites-name");
        label.setLabelFor(name);
        name.setOnAction(e -> rename());
        HBox.setHgrow(name, Priority.ALWAYS);
        problem.setId("favourites-problem");
        problem.getStyleClass().add("field-error");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        HBox acts = new HBox(
                6,
                name,
                button("registry-favourites-rename", Texts.text("registry.favourites.rename"), this::rename),
                button("registry-favourites-remove", Texts.text("registry.favourites.remove"), this::remove),
                button(
                        "registry-favourites-go",
                        Texts.text("registry.favourites.go"),
                        () -> selected().ifPresent(go)));
        getChildren().addAll(list, label, acts, problem);
    }

    private Button button(String id, String label, Runnable act) {
        Button button = new Button(label);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.disableProperty()
                .bind(list.getSelectionModel().selectedItemProperty().isNull());
        button.setOnAction(e -> act.run());
        return button;
    }

    private void pressed(KeyEvent key, Consumer<Favourite> go) {
        if (key.getCode() == KeyCode.F2) {
            name.requestFocus();
            name.selectAll();
        } else if (key.getCode() == KeyCode.DELETE) {
            remove();
        } else if (key.getCode() == KeyCode.ENTER) {
            selected().ifPresent(go);
        } else {
            return;
        }
        key.consume();
    }

    private void rename() {
        selected().ifPresent(old -> {
            Optional<String> wrong = favourites.wrongName(name.getText(), Optional.of(old));
            problem.setText(wrong.orElse(""));
            if (wrong.isEmpty()) {
                String wanted = name.getText().strip();
                favourites.rename(old, wanted);
                list.getSelectionModel().select(new Favourite(wanted, old.path()));
                list.requestFocus();
            }
        });
    }

    private void remove() {
        selected().ifPresent(old -> {
            int at = list.getSelectionModel().getSelectedIndex();
            favourites.remove(old);
            list.getSelectionModel().select(Math.min(at, favourites.items().size() - 1));
            desk.notices()
                    .tell(Notice.done(
                            Texts.text("registry.favourites.removed", old.name()), () -> favourites.bringBack(old)));
        });
    }

    private Optional<Favourite> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private static final class Cell extends ListCell<Favourite> {
        private final Label path = new Label();

        private Cell() {
            path.getStyleClass().addAll("small", "muted", "mono");
        }

        @Override
        protected void updateItem(Favourite favourite, boolean empty) {
            super.updateItem(favourite, empty);
            if (empty || favourite == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            Label shown = new Label(favourite.name());
            path.setText(favourite.path());
            setGraphic(new VBox(shown, path));
        }
    }
}
