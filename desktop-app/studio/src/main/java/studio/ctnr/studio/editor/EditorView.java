package studio.ctnr.studio.editor;

import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.ActionControls;
import studio.ctnr.toolkit.history.EditHistory;
import studio.ctnr.toolkit.notice.MessageBar;

/** A container's name over the tabs in which it is edited; what can be undone is told at the bottom. */
final class EditorView extends BorderPane {
    private static final List<KeyCode> DIGITS = List.of(
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT8,
            KeyCode.DIGIT9);

    private final EditorSession session;
    private final TabPane tabs = new TabPane();
    private final Label undo = new Label();
    private final VBox top = new VBox();

    EditorView(EditorSession session, String title, Node icon, EditorActions actions) {
        this.session = session;
        getStyleClass().add("editor");
        getStylesheets()
                .add(Objects.requireNonNull(EditorView.class.getResource("editor.css"))
                        .toExternalForm());
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setId("editor-tabs");
        session.ids().forEach(id -> tabs.getTabs().add(tab(id)));
        top.getChildren().add(header(title, icon, actions));
        setTop(top);
        setCenter(tabs);
        setBottom(status());
        tabs.getSelectionModel().selectedItemProperty().subscribe(this::show);
        session.shownBy(this::select);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** From tab to tab, whatever has the focus: as in browsers, and Alt with a digit, since Ctrl leads to places. */
    private void key(KeyEvent key) {
        int count = tabs.getTabs().size();
        int at = tabs.getSelectionModel().getSelectedIndex();
        int to = -1;
        if (key.isControlDown() && key.getCode() == KeyCode.TAB) {
            to = Math.floorMod(at + (key.isShiftDown() ? -1 : 1), count);
        } else if (key.isControlDown() && key.getCode() == KeyCode.PAGE_DOWN) {
            to = (at + 1) % count;
        } else if (key.isControlDown() && key.getCode() == KeyCode.PAGE_UP) {
            to = Math.floorMod(at - 1, count);
        } else if (key.isAltDown() && !key.isControlDown()) {
            to = Math.min(DIGITS.indexOf(key.getCode()), count - 1);
        }
        if (to >= 0) {
            key.consume();
            tabs.getSelectionModel().select(to);
            tabs.requestFocus();
            session.built((String) tabs.getTabs().get(to).getUserData()).ifPresent(EditorTab::focus);
        }
    }

    /** Shows something that has to be decided, below the header. */
    void tell(MessageBar bar) {
        tellNothing();
        VBox.setMargin(bar, new Insets(12, 24, 0, 24));
        top.getChildren().add(bar);
    }

    void tellNothing() {
        top.getChildren().removeIf(MessageBar.class::isInstance);
    }

    /** Brings a tab into view. */
    void select(String id) {
        tabs.getTabs().stream()
                .filter(tab -> tab.getId().equals(tabId(id)))
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
    }

    private HBox header(String title, Node icon, EditorActions actions) {
        Label name = new Label(title);
        name.getStyleClass().add("title");
        Label unsaved = new Label(Texts.text("editor.unsaved"));
        unsaved.getStyleClass().addAll("chip", "warning");
        unsaved.visibleProperty().bind(session.modifiedProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(icon, name, unsaved, space);
        actions.buttons().forEach(action -> header.getChildren().add(ActionControls.button(action)));
        actions.save().ifPresent(save -> header.getChildren().add(ActionControls.accent(save)));
        header.getStyleClass().addAll("editor-header");
        return header;
    }

    private Tab tab(String id) {
        Tab tab = new Tab(Texts.text("editor.tab." + id));
        tab.setId(tabId(id));
        tab.setUserData(id);
        return tab;
    }

    private static String tabId(String id) {
        return "editor-tab-" + id;
    }

    private void show(Tab tab) {
        String id = (String) tab.getUserData();
        EditorTab shown = session.show(id);
        // a tab that only shows has a history that stays empty
        EditHistory history = shown.edited().map(Edited::history).orElseGet(EditHistory::new);
        if (tab.getContent() == null) {
            tab.setContent(shown.view());
            String label = tab.getText();
            tab.textProperty()
                    .bind(Bindings.when(history.modifiedProperty())
                            .then(label + " •")
                            .otherwise(label));
        }
        undo.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> history.canUndoProperty().get()
                                ? Texts.text(
                                        "editor.undo",
                                        history.undoDescriptionProperty().get())
                                : "",
                        history.canUndoProperty(),
                        history.undoDescriptionProperty()));
    }

    private HBox status() {
        undo.setId("editor-undo");
        HBox bar = new HBox(undo);
        bar.getStyleClass().add("status-bar");
        return bar;
    }
}
