package studio.ctnr.studio.library;

import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.studio.settings.Preferences;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.control.FileDrop;
import studio.ctnr.toolkit.control.Follow;
import studio.ctnr.toolkit.notice.EmptyState;
import studio.ctnr.toolkit.notice.MessageBar;

/** Header, the containers as cards or as a table, and the inspector. */
final class LibraryView extends BorderPane {
    private static final String SPLIT = "library.inspector";

    private final LibraryViewModel model;
    private final IconShelf icons;
    private final LibraryActions actions;
    private final ContainerCommands commands;
    private final Preferences preferences;
    private final DragOut dragOut;
    private final StackPane body = new StackPane();
    private final StackPane containers = new StackPane();
    private final SplitPane split;
    private final Runnable sample;
    private CardGrid cards;
    private ContainerTable table;
    private boolean focusWanted;

    LibraryView(
            LibraryViewModel model,
            Inspector inspector,
            IconShelf icons,
            LibraryActions actions,
            ContainerCommands commands,
            Preferences preferences,
            LibraryHeader header,
            DragOut dragOut,
            Runnable sample) {
        this.model = model;
        this.icons = icons;
        this.actions = actions;
        this.commands = commands;
        this.preferences = preferences;
        this.dragOut = dragOut;
        this.sample = sample;
        getStylesheets()
                .add(Objects.requireNonNull(LibraryView.class.getResource("library.css"))
                        .toExternalForm());
        getStyleClass().add("library");
        Label hint = new Label(Texts.text("library.drop"));
        hint.getStyleClass().add("drop-hint");
        hint.setMaxWidth(Double.MAX_VALUE);
        hint.setWrapText(true);
        hint.setMinHeight(Label.USE_PREF_SIZE);
        VBox left = new VBox(containers, hint);
        VBox.setVgrow(containers, Priority.ALWAYS);
        split = new SplitPane(left, inspector);
        SplitPane.setResizableWithParent(inspector, false);
        split.setDividerPosition(0, preferences.measure(SPLIT).orElse(0.68));
        split.getDividers()
                .getFirst()
                .positionProperty()
                .addListener((o, was, is) -> preferences.measured(SPLIT, is.doubleValue()));
        setTop(header);
        setCenter(body);
        FileDrop.on(this, model::drop);
        Follow.with(
                this,
                this::arrange,
                model.loadingProperty(),
                model.emptyProperty(),
                model.problemProperty(),
                model.denseProperty(),
                model.list().shown());
        arrange();
    }

    private void arrange() {
        Node shown;
        if (model.problemProperty().get() != null) {
            BorderPane place = new BorderPane();
            place.setTop(MessageBar.of(model.problemProperty().get()));
            place.getStyleClass().add("page-content");
            shown = place;
        } else if (model.loadingProperty().get() && model.list().all().isEmpty()) {
            ProgressIndicator busy = new ProgressIndicator();
            busy.setMaxSize(32, 32);
            shown = busy;
        } else if (model.emptyProperty().get()) {
            shown = new FirstStart(model::chooseCapture, model::chooseImport, sample);
        } else {
            Node list = list();
            if (!containers.getChildren().equals(List.of(list))) {
                containers.getChildren().setAll(list);
            }
            shown = split;
        }
        boolean titled = !model.emptyProperty().get();
        getTop().setVisible(titled);
        getTop().setManaged(titled);
        if (body.getChildren().size() != 1 || body.getChildren().getFirst() != shown) {
            body.getChildren().setAll(shown);
        }
        giveFocus();
    }

    /** The keys are for the containers at first, as soon as they are there. */
    void takeFocus() {
        focusWanted = true;
        giveFocus();
    }

    private void giveFocus() {
        if (focusWanted && body.getChildren().contains(split)) {
            focusWanted = false;
            focusWhenInScene(containers.getChildren().getFirst());
        }
    }

    /** A split pane puts its parts into the scene only when it is first laid out. */
    private static void focusWhenInScene(Node node) {
        if (node.getScene() != null) {
            node.requestFocus();
        } else {
            node.sceneProperty().subscribe(scene -> {
                if (scene != null) {
                    Platform.runLater(node::requestFocus);
                }
            });
        }
    }

    private Node list() {
        if (model.list().shown().isEmpty()) {
            return new EmptyState(BootstrapIcons.SEARCH, Texts.text("library.none"), Texts.text("library.none-text"));
        }
        if (model.denseProperty().get()) {
            if (table == null) {
                table = new ContainerTable(model, icons, commands::open, actions::menu, preferences);
                dragOut.from(table);
            }
            return table;
        }
        if (cards == null) {
            cards = new CardGrid(model, icons, commands::open, actions::menu);
            dragOut.from(cards);
        }
        return cards;
    }
}
