package studio.ctnr.wizard.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.toolkit.background.BackgroundTask;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;
import studio.ctnr.wizard.host.WizardHost;
import studio.ctnr.wizard.model.CaptureModel;
import studio.ctnr.wizard.model.DescriptionDraft;
import studio.ctnr.wizard.model.WizardStage;
import studio.ctnr.wizard.text.Texts;

/** Makes the container and offers what can be done with it. */
public final class BuildViewModel {
    /** What the page shows. */
    public enum State {
        READY,
        RUNNING,
        CANCELLED,
        FAILED,
        DONE
    }

    private final CaptureModel model;
    private final WizardHost host;
    private final Desk desk;
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.READY);
    private final ObjectProperty<Problem> problem = new SimpleObjectProperty<>();
    private final ObjectProperty<BackgroundTask<BuildWork.Built>> task = new SimpleObjectProperty<>();
    private BuildWork.Built built;

    public BuildViewModel(CaptureModel model, WizardHost host, Desk desk) {
        this.model = model;
        this.host = host;
        this.desk = desk;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state;
    }

    public ReadOnlyObjectProperty<Problem> problemProperty() {
        return problem;
    }

    /** The work that goes on; null before. */
    ReadOnlyObjectProperty<BackgroundTask<BuildWork.Built>> taskProperty() {
        return task;
    }

    Optional<BuildWork.Built> built() {
        return Optional.ofNullable(built);
    }

    public Optional<Path> container() {
        return Optional.ofNullable(model.containerProperty().get());
    }

    /** Begins, unless it was built already or is being built. */
    public void start() {
        if (state.get() == State.RUNNING || container().isPresent()) {
            return;
        }
        CaptureProject project = model.capturedProperty().get();
        DescriptionDraft description = model.descriptionProperty().get();
        problem.set(null);
        BackgroundTask<BuildWork.Built> work =
                host.job(Texts.text("build.job", description.name()), WizardHost.Kind.BUILD, progress -> {
                    Path goal = host.newContainer(description.id());
                    return new BuildWork(project, description).into(goal, (doing, done, total) -> {
                        if (progress.isCancelled()) {
                            throw new java.util.concurrent.CancellationException();
                        }
                        progress.at(total > 0 ? (double) done / total : -1, doing);
                    });
                });
        work.onSuccess(made -> {
                    built = made;
                    model.reportProperty().set(made.report());
                    model.containerProperty().set(made.container());
                    state.set(State.DONE);
                    host.built(made.container(), project.root());
                    host.draftChanged(project.root());
                })
                .onError(java.util.concurrent.CancellationException.class, e -> state.set(State.CANCELLED))
                .onError(IOException.class, this::failed)
                .onError(this::failed)
                .atEnd(() -> {
                    if (state.get() == State.RUNNING) {
                        state.set(State.CANCELLED);
                    }
                });
        task.set(work);
        state.set(State.RUNNING);
        work.start();
    }

    private void failed(Exception failure) {
        problem.set(Problem.of(
                "BUILD-FAILED",
                String.valueOf(failure.getMessage()),
                new Remedy(Texts.text("build.again"), this::start),
                new Remedy(
                        Texts.text("build.describe"),
                        () -> model.stageProperty().set(WizardStage.DESCRIBE))));
        state.set(State.FAILED);
    }

    public void cancel() {
        if (task.get() != null) {
            task.get().cancel();
        }
    }

    public void run() {
        container().ifPresent(host::run);
    }

    public void showInLibrary() {
        container().ifPresent(host::showInLibrary);
    }

    public void openFolder() {
        container().ifPresent(desk.dialogs()::open);
    }
}
