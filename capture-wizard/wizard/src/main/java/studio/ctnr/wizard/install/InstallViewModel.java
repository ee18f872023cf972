package studio.ctnr.wizard.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.ctnr.container.FileTree;
import studio.ctnr.engine.capture.CaptureOutcome;
import studio.ctnr.engine.sandbox.LiveScreen;
import studio.ctnr.engine.sandbox.SandboxException;
import studio.ctnr.engine.sandbox.StepResult;
import studio.ctnr.toolkit.background.BackgroundTask;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;
import studio.ctnr.wizard.host.WizardHost;
import studio.ctnr.wizard.model.CaptureModel;
import studio.ctnr.wizard.model.DraftFile;
import studio.ctnr.wizard.model.WizardDraft;
import studio.ctnr.wizard.model.WizardStage;
import studio.ctnr.wizard.text.Texts;
import studio.ctnr.wizard.words.EngineWords;

/** Runs the capture and tells how it goes and how it ended. */
public final class InstallViewModel {
    /** What the page shows. */
    public enum State {
        READY,
        RUNNING,
        CANCELLING,
        CANCELLED,
        /** It ended well and changed something. */
        DONE,
        /** It ended well and changed nothing at all. */
        NOTHING,
        /** An installer said that it failed. */
        FAILED,
        /** An installer was ended because its time was over. */
        TIMED_OUT,
        /** The capture could not be made at all. */
        BROKEN
    }

    private final CaptureModel model;
    private final WizardHost host;
    private final Desk desk;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.READY);
    private final ObjectProperty<InstallProgress.Look> look = new SimpleObjectProperty<>();
    private final ObservableList<InstallProgress.Line> log = FXCollections.observableArrayList();
    private final ObjectProperty<Problem> problem = new SimpleObjectProperty<>();
    private InstallProgress progress = new InstallProgress(Instant.now());
    private Instant started = Instant.now();
    private long seen;
    private BackgroundTask<CaptureOutcome> task;

    public InstallViewModel(CaptureModel model, WizardHost host, Desk desk) {
        this.model = model;
        this.host = host;
        this.desk = desk;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How the capture stood at the last {@link #refresh()}. */
    public ReadOnlyObjectProperty<InstallProgress.Look> lookProperty() {
        return look;
    }

    public ObservableList<InstallProgress.Line> log() {
        return log;
    }

    /** Why there is no capture; null when there is one. */
    public ReadOnlyObjectProperty<Problem> problemProperty() {
        return problem;
    }

    public Duration elapsed() {
        return Duration.between(started, Instant.now());
    }

    /** The screen of the machine, while it runs. */
    public Optional<LiveScreen> screen() {
        return progress.screen();
    }

    public CaptureModel model() {
        return model;
    }

    public boolean running() {
        return state.get() == State.RUNNING || state.get() == State.CANCELLING;
    }

    /** Whether it ended in a way that wants another try more than a look at what was captured. */
    boolean asksForAnother() {
        return switch (state.get()) {
            case CANCELLED, NOTHING, FAILED, TIMED_OUT, BROKEN -> true;
            case READY, RUNNING, CANCELLING, DONE -> false;
        };
    }

    /** The first step that did not end well. */
    public Optional<StepResult> failure() {
        return Optional.ofNullable(model.outcomeProperty().get()).stream()
                .flatMap(outcome -> outcome.steps().stream())
                .filter(step -> !step.succeeded())
                .findFirst();
    }

    /** Begins, unless something was captured before, in this wizard or in one that was taken up again. */
    public void startFirst() {
        if (model.capturedProperty().get() == null) {
            start();
        } else if (state.get() == State.READY) {
            state.set(State.DONE);
        }
    }

    /** Begins; what an earlier capture of this wizard left is replaced, but for verdicts and rules. */
    public void start() {
        if (running()) {
            return;
        }
        task = null;
        started = Instant.now();
        progress = new InstallProgress(started);
        seen = 0;
        log.clear();
        problem.set(null);
        model.capturedProperty().set(null);
        model.outcomeProperty().set(null);
        model.descriptionProperty().set(null);
        model.containerProperty().set(null);
        state.set(State.RUNNING);
        InstallProgress told = progress;
        CaptureOrder order = CaptureOrder.of(model);
        WizardDraft draft = model.draft();
        desk.background()
                .call(() -> prepare(draft))
                .onSuccess(project -> run(project, order, told))
                .onError(this::broken)
                .start();
    }

    private Path prepare(WizardDraft draft) throws IOException {
        Path project = model.place().get(() -> host.newProject(draft.title()));
        clear(project);
        DraftFile.write(project, draft);
        return project;
    }

    private void run(Path project, CaptureOrder order, InstallProgress told) {
        model.projectProperty().set(project);
        if (state.get() == State.CANCELLING) {
            cancelled();
            return;
        }
        task = host.capture(project, order.steps(), order.settings(), told)
                .onSuccess(this::ended)
                .onError(CancellationException.class, e -> cancelled())
                .onError(this::broken)
                .atEnd(this::over)
                .start();
    }

    /** Only what a capture made is removed. */
    private static void clear(Path project) throws IOException {
        Files.deleteIfExists(project.resolve("project.yml"));
        for (String part : List.of("changes", "content", "logs", "screenshots", ".container")) {
            FileTree.delete(project.resolve(part));
        }
    }

    public void cancel() {
        if (state.get() == State.RUNNING) {
            state.set(State.CANCELLING);
            if (task != null) {
                task.cancel();
            }
        }
    }

    /** Looks how it stands; called a few times a second while the page is shown. */
    public void refresh() {
        InstallProgress.Look now = progress.look(seen);
        seen = progress.linesSoFar();
        log.addAll(now.lines());
        look.set(now);
    }

    private void ended(CaptureOutcome outcome) {
        model.outcomeProperty().set(outcome);
        model.projectProperty().set(outcome.project().root());
        model.capturedProperty().set(outcome.project());
        if (outcome.timedOut()) {
            state.set(State.TIMED_OUT);
        } else if (!outcome.succeeded()) {
            state.set(State.FAILED);
        } else if (outcome.project().counts().total() == 0) {
            state.set(State.NOTHING);
        } else {
            state.set(State.DONE);
            if (model.stageProperty().get() == WizardStage.INSTALL) {
                model.stageProperty().set(WizardStage.REVIEW);
            }
        }
    }

    private void broken(Exception failure) {
        if (state.get() == State.CANCELLING) {
            cancelled();
            return;
        }
        String remedy = failure instanceof SandboxException sandbox ? " " + EngineWords.of(sandbox.remedy()) : "";
        String code = failure instanceof SandboxException sandbox
                ? "CAPTURE-" + sandbox.code().name().replace('_', '-')
                : "CAPTURE-FAILED";
        problem.set(Problem.of(
                code,
                EngineWords.of(failure.getMessage()) + remedy,
                new Remedy(Texts.text("install.again"), this::start),
                new Remedy(
                        Texts.text("install.sandbox"),
                        () -> model.stageProperty().set(WizardStage.SANDBOX))));
        state.set(State.BROKEN);
    }

    private void cancelled() {
        state.set(State.CANCELLED);
    }

    private void over() {
        refresh();
        if (running()) {
            cancelled();
        }
        if (model.projectProperty().get() != null) {
            host.draftChanged(
                    model.projectProperty().get(), model.titleProperty().get());
        }
    }
}
