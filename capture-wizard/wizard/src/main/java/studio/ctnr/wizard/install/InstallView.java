package studio.ctnr.wizard.install;

import atlantafx.base.theme.Styles;
import java.text.NumberFormat;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import studio.ctnr.engine.capture.CaptureListener.Stage;
import studio.ctnr.toolkit.notice.MessageBar;
import studio.ctnr.toolkit.notice.Tone;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.text.Language;
import studio.ctnr.wizard.text.Texts;

/** The machine's screen, and beside it what happens on it; after the end, how it ended. */
final class InstallView extends BorderPane {
    private static final Duration TICK = Duration.millis(80);

    private final InstallViewModel viewModel;
    private final Desk desk;
    private final StackPane stage = new StackPane();
    private final StackPane message = new StackPane();
    private final ProgressBar bar = new ProgressBar(-1);
    private final Label doing = new Label();
    private final Label elapsed = new Label();
    private final Label programs = new Label();
    private final Label files = new Label();
    private final Label values = new Label();
    private final Timeline clock = new Timeline(new KeyFrame(TICK, e -> tick()));
    private LiveScreenView screen;
    private String waitingFor = "";

    InstallView(InstallViewModel viewModel, Desk desk) {
        this.viewModel = viewModel;
        this.desk = desk;
        getStyleClass().add("install");
        clock.setCycleCount(Timeline.INDEFINITE);
        stage.getStyleClass().add("screen-stage");
        BorderPane.setMargin(stage, null);
        VBox middle = new VBox(message, stage);
        middle.getStyleClass().add("screen-column");
        VBox.setVgrow(stage, Priority.ALWAYS);
        setCenter(middle);
        setRight(side());
        viewModel.stateProperty().addListener((o, was, state) -> show());
        sceneProperty().addListener((o, was, scene) -> follow());
        show();
    }

    /** Follows the machine while the page is in a window. */
    void follow() {
        if (getScene() != null && viewModel.running()) {
            clock.play();
        } else {
            clock.stop();
        }
        tick();
    }

    private Node side() {
        bar.setMaxWidth(Double.MAX_VALUE);
        doing.getStyleClass().add("strong");
        doing.setWrapText(true);
        doing.setMinHeight(Region.USE_PREF_SIZE);
        GridPane facts = new GridPane();
        facts.getStyleClass().add("facts");
        fact(facts, 0, "install.elapsed", elapsed);
        fact(facts, 1, "install.programs", programs);
        fact(facts, 2, "install.files", files);
        fact(facts, 3, "install.values", values);
        Label heading = new Label(Texts.text("install.log"));
        heading.getStyleClass().add("caption");
        LogList log = new LogList(viewModel.log());
        VBox.setVgrow(log, Priority.ALWAYS);
        VBox side = new VBox(doing, bar, facts, heading, log);
        side.getStyleClass().add("inspector");
        side.setPrefWidth(340);
        return side;
    }

    private static void fact(GridPane facts, int row, String key, Label value) {
        Label name = new Label(Texts.text(key));
        name.getStyleClass().add("muted");
        name.setMinWidth(USE_PREF_SIZE);
        facts.addRow(row, name, value);
    }

    private void show() {
        boolean running = viewModel.running();
        bar.setVisible(running);
        bar.setManaged(running);
        if (running) {
            screen = null;
            stage.getChildren().setAll(new Preparing());
            message.getChildren().clear();
            waitingFor = "";
        } else {
            stage.getChildren().setAll(new InstallEnd(viewModel, desk));
            message.getChildren().clear();
        }
        follow();
    }

    private void tick() {
        viewModel.refresh();
        InstallProgress.Look look = viewModel.lookProperty().get();
        if (viewModel.stateProperty().get() == InstallViewModel.State.READY) {
            return;
        }
        doing.setText(viewModel.running() ? now(look) : Texts.text("install.over"));
        if (viewModel.running()) {
            java.time.Duration time = viewModel.elapsed();
            elapsed.setText("%d:%02d".formatted(time.toMinutes(), time.toSecondsPart()));
        }
        bar.setProgress(look.fraction());
        programs.setText(String.valueOf(look.running()));
        files.setText(soFar(look.files()));
        values.setText(soFar(look.values()));
        if (viewModel.running() && look.stage() == Stage.INSTALLING) {
            showScreen();
            waiting(look);
        }
    }

    private static String soFar(long count) {
        return count < 0
                ? Texts.text("install.files.later")
                : NumberFormat.getIntegerInstance(Language.spoken().locale()).format(count);
    }

    private void showScreen() {
        if (screen == null && viewModel.screen().isPresent()) {
            screen = new LiveScreenView(viewModel.screen().get());
            stage.getChildren().setAll(screen);
            screen.requestFocus();
        }
        if (screen != null) {
            screen.refresh();
        }
    }

    private void waiting(InstallProgress.Look look) {
        String title =
                look.waiting().map(window -> window.title() + window.text()).orElse("");
        if (title.equals(waitingFor)) {
            return;
        }
        waitingFor = title;
        message.getChildren().clear();
        look.waiting().ifPresent(window -> {
            MessageBar bar =
                    new MessageBar(Tone.WARNING, Texts.text("install.waiting", window.title()), java.util.List.of());
            bar.setId("install-waiting");
            message.getChildren().add(bar);
        });
    }

    private static String now(InstallProgress.Look look) {
        return switch (look.stage()) {
            case PREPARING -> Texts.text("install.preparing");
            case INSTALLING -> Texts.text("install.installing");
            case OBSERVING -> Texts.text("install.observing");
            case SAVING -> Texts.text("install.saving");
        };
    }

    /** Before the machine has a screen. */
    private static final class Preparing extends VBox {
        Preparing() {
            getStyleClass().add("preparing");
            setAlignment(javafx.geometry.Pos.CENTER);
            Label title = new Label(Texts.text("install.clean"));
            title.getStyleClass().add(Styles.TITLE_4);
            Label text = new Label(Texts.text("install.clean.sentence"));
            text.getStyleClass().add("muted");
            HBox row = new HBox(text);
            row.setAlignment(javafx.geometry.Pos.CENTER);
            getChildren().addAll(title, row);
        }
    }
}
