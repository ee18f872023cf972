package studio.ctnr.wizard;

import atlantafx.base.theme.Styles;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.action.ActionControls;
import studio.ctnr.wizard.model.CaptureModel;
import studio.ctnr.wizard.stage.StagePage;
import studio.ctnr.wizard.text.Texts;

/** The header with its steps, and the page that one is on. */
final class WizardView extends BorderPane {
    private final CaptureModel model;
    private final Action back;
    private final Action close;
    private final Label title = new Label();
    private final HBox acts = new HBox();
    private final StepHeader steps = new StepHeader();
    private Subscription leading = Subscription.EMPTY;
    private StagePage page;

    WizardView(CaptureModel model, Action back, Action close) {
        this.model = model;
        this.back = back;
        this.close = close;
        getStyleClass().add("wizard");
        getStylesheets()
                .add(Objects.requireNonNull(WizardView.class.getResource("wizard.css"))
                        .toExternalForm());
        title.getStyleClass().addAll("title", "may-shorten");
        title.setMinWidth(0);
        acts.getStyleClass().add("row");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(title, space, acts);
        row.getStyleClass().add("row");
        VBox header = new VBox(row, steps);
        header.getStyleClass().add("page-header");
        setTop(header);
        model.titleProperty().addListener((o, was, is) -> name());
        name();
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void name() {
        String what = model.titleProperty().get();
        title.setText(what.isEmpty() ? Texts.text("wizard.title") : Texts.text("wizard.title.of", what));
    }

    void show(StagePage shown) {
        page = shown;
        steps.show(model.stageProperty().get());
        Button leave = ActionControls.button(close);
        leave.getStyleClass().add(Styles.FLAT);
        Button before = ActionControls.button(back);
        before.setMinWidth(Region.USE_PREF_SIZE);
        leave.setMinWidth(Region.USE_PREF_SIZE);
        acts.getChildren().setAll(leave, before);
        shown.beside().forEach(act -> acts.getChildren().add(wide(ActionControls.button(act))));
        Button next = wide(ActionControls.button(shown.next()));
        leading.unsubscribe();
        leading = shown.leading().subscribe(main -> accent(next, main));
        acts.getChildren().add(next);
        setCenter(shown.view());
        shown.shown();
        if (!next.isDisabled()) {
            next.requestFocus();
        }
    }

    private static void accent(Button button, boolean main) {
        button.getStyleClass().remove(Styles.ACCENT);
        if (main) {
            button.getStyleClass().add(Styles.ACCENT);
        }
    }

    private static Button wide(Button button) {
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** Enter leads on wherever nothing else wants it. */
    private void key(KeyEvent event) {
        Node focus = getScene() == null ? null : getScene().getFocusOwner();
        boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isShiftDown();
        if (event.getCode() == KeyCode.ENTER && plain && !(focus instanceof Button) && page != null) {
            if (focus instanceof TextInputControl) {
                requestFocus();
            }
            page.next().perform();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && plain) {
            close.perform();
            event.consume();
        } else {
            shortcut(event);
        }
    }

    /** Pages come and go while the wizard stays, so their shortcuts are its own matter. */
    private void shortcut(KeyEvent event) {
        Stream.concat(Stream.of(back), page == null ? Stream.empty() : page.actions().stream())
                .filter(action -> action.enabled().get()
                        && action.shortcut().filter(keys -> keys.match(event)).isPresent())
                .findFirst()
                .ifPresent(action -> {
                    event.consume();
                    action.perform();
                });
    }
}
