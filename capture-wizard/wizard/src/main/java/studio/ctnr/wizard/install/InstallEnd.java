package studio.ctnr.wizard.install;

import atlantafx.base.theme.Styles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.engine.sandbox.StepResult;
import studio.ctnr.engine.sandbox.WaitingForInput;
import studio.ctnr.toolkit.notice.Tone;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Remedy;
import studio.ctnr.wizard.install.InstallViewModel.State;
import studio.ctnr.wizard.model.WizardStage;
import studio.ctnr.wizard.text.Texts;

/** How a capture ended: what happened, what it means, and what to do; with the screen where a person was waited for. */
final class InstallEnd extends ScrollPane {
    private final InstallViewModel viewModel;
    private final Desk desk;
    private final VBox box = new VBox();

    InstallEnd(InstallViewModel viewModel, Desk desk) {
        this.viewModel = viewModel;
        this.desk = desk;
        getStyleClass().addAll("flat", "install-end");
        setFitToWidth(true);
        setFitToHeight(true);
        setContent(box);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("end-box");
        State state = viewModel.stateProperty().get();
        setId("install-end-" + state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        switch (state) {
            case DONE -> say(Tone.SUCCESS, "install.done", Texts.text("install.done.sentence"));
            case NOTHING -> say(Tone.WARNING, "install.nothing", Texts.text("install.nothing.sentence"));
            case CANCELLED -> say(Tone.INFO, "install.cancelled", Texts.text("install.cancelled.sentence"));
            case FAILED -> say(Tone.DANGER, "install.failed", failed());
            case TIMED_OUT -> {
                say(Tone.DANGER, "install.timed-out", timedOut());
                question().ifPresent(this::question);
                screenshot();
            }
            case BROKEN -> broken();
            default -> {}
        }
        if (state != State.DONE && state != State.BROKEN) {
            acts(state);
        } else if (state == State.DONE) {
            box.getChildren().add(row(plain("install.again", viewModel::start)));
        }
    }

    private void say(Tone tone, String title, String sentence) {
        FontIcon icon = new FontIcon(tone.icon());
        icon.getStyleClass().addAll("end-icon", tone.style());
        Label heading = new Label(Texts.text(title));
        heading.getStyleClass().add("title");
        heading.setWrapText(true);
        Label text = new Label(sentence);
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setMaxWidth(560);
        text.setMinHeight(USE_PREF_SIZE);
        text.setAlignment(Pos.CENTER);
        text.setTextAlignment(TextAlignment.CENTER);
        box.getChildren().addAll(icon, heading, text);
    }

    private String failed() {
        long code = viewModel.failure().map(StepResult::exitCode).orElse(0L);
        String shown = Long.toUnsignedString(code);
        return code == 1603 || code == 1618 || code == 1619 || code == 1625 || code == 1638 || code == 1602 || code == 2
                ? Texts.text("install.failed.code", shown) + " " + Texts.text("install.code." + code)
                : Texts.text("install.failed.code", shown) + " " + Texts.text("install.code.other");
    }

    private String timedOut() {
        return question().isPresent()
                ? Texts.text("install.timed-out.asked", question().get().title())
                : Texts.text(
                        "install.timed-out.sentence",
                        viewModel.model().sandboxProperty().get().minutes());
    }

    private Optional<WaitingForInput> question() {
        return Optional.ofNullable(viewModel.model().outcomeProperty().get()).flatMap(outcome -> outcome.waiting());
    }

    private void question(WaitingForInput window) {
        Label text = new Label(String.join("\n", window.text()));
        text.setWrapText(true);
        text.setMaxWidth(560);
        text.getStyleClass().add("quote");
        if (!window.text().isEmpty()) {
            box.getChildren().add(text);
        }
    }

    private void screenshot() {
        Optional.ofNullable(viewModel.model().outcomeProperty().get())
                .flatMap(outcome -> outcome.screenshot())
                .ifPresent(file -> {
                    ImageView picture = new ImageView(new Image(file.toUri().toString(), 560, 0, true, true, true));
                    picture.setId("install-screenshot");
                    box.getChildren().add(picture);
                });
    }

    private void broken() {
        var problem = viewModel.problemProperty().get();
        say(Tone.DANGER, "install.broken", problem.sentence() + " (" + problem.code() + ")");
        FlowPane row = row();
        for (Remedy remedy : problem.remedies()) {
            Button button = new Button(remedy.label());
            button.setOnAction(e -> remedy.act().run());
            row.getChildren().add(button);
        }
        row.getChildren().getFirst().getStyleClass().add(Styles.ACCENT);
        box.getChildren().add(row);
    }

    private void acts(State state) {
        Button again = plain("install.again", viewModel::start);
        Button source = plain("install.source", () -> go(WizardStage.SOURCE));
        FlowPane row = row(source, again);
        if (state == State.TIMED_OUT) {
            row.getChildren().add(1, plain("install.sandbox", () -> go(WizardStage.SANDBOX)));
        }
        Path project = viewModel.model().projectProperty().get();
        if (state == State.FAILED && project != null) {
            row.getChildren().addFirst(plain("install.logs", () -> logs(project)));
        }
        again.getStyleClass().add(Styles.ACCENT);
        box.getChildren().add(row);
    }

    private void logs(Path project) {
        Path logs = project.resolve("logs");
        desk.background()
                .call(() -> Files.isDirectory(logs) ? logs : project)
                .onSuccess(desk.dialogs()::open)
                .start();
    }

    private void go(WizardStage stage) {
        viewModel.model().stageProperty().set(stage);
    }

    private static FlowPane row(Button... buttons) {
        FlowPane row = new FlowPane(12, 12, buttons);
        row.setAlignment(Pos.CENTER);
        row.getStyleClass().add("steps");
        return row;
    }

    private static Button plain(String key, Runnable run) {
        Button button = new Button(Texts.text(key));
        button.setId(key.replace('.', '-'));
        button.setOnAction(e -> run.run());
        return button;
    }
}
