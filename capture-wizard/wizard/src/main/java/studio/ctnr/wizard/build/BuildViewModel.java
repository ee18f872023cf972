package studio.ctnr.wizard.build;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.ctnr.engine.amend.Amendments;
import studio.ctnr.engine.build.BuildSettings;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.projection.report.ProjectionReport;
import studio.ctnr.engine.projection.text.TextChoice;
import studio.ctnr.toolkit.background.BackgroundTask;
import studio.ctnr.toolkit.notice.Notice;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;
import studio.ctnr.wizard.host.WizardHost;
import studio.ctnr.wizard.host.WizardHost.Built;
import studio.ctnr.wizard.model.CaptureModel;
import studio.ctnr.wizard.model.WizardStage;
import studio.ctnr.wizard.text.Texts;
import studio.ctnr.wizard.words.EngineWords;

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
    private final ObjectProperty<BackgroundTask<Built>> task = new SimpleObjectProperty<>();
    private boolean starting;
    private final LongProperty size = new SimpleLongProperty(-1);

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
    ReadOnlyObjectProperty<BackgroundTask<Built>> taskProperty() {
        return task;
    }

    /** What the container's files take, in bytes; -1 until that is known. */
    public ReadOnlyLongProperty sizeProperty() {
        return size;
    }

    /** Whether there is a container, and something in it to start; of one that was built earlier that is not known. */
    BooleanBinding canRun() {
        return Bindings.createBooleanBinding(
                () -> model.containerProperty().get() != null && !isNothingToStart(),
                model.containerProperty(),
                model.reportProperty());
    }

    boolean isNothingToStart() {
        ProjectionReport report = model.reportProperty().get();
        return report != null && report.config().entrypoints().isEmpty();
    }

    public Optional<Path> container() {
        return Optional.ofNullable(model.containerProperty().get());
    }

    /** Begins, unless it was built already or is being built. */
    public void start() {
        if (starting || state.get() == State.RUNNING || container().isPresent()) {
            return;
        }
        CaptureProject project = model.capturedProperty().get();
        starting = true;
        problem.set(null);
        desk.background()
                .call(() -> {
                    model.amended().read(project.amendments());
                    model.amended().write(project.amendments());
                    return Amendments.read(project.amendments());
                })
                .onSuccess(amendments -> begin(project, amendments))
                .onError(this::failed)
                .atEnd(() -> starting = false)
                .start();
    }

    /**
     * What is said of the application lies beside the capture; an id that was found gets a number where it is taken, and
     * so does one that was said, where the container built with it before is to stay.
     */
    private void begin(CaptureProject project, Amendments amendments) {
        Optional<Path> replaced = Optional.ofNullable(model.replacedProperty().get());
        boolean another = replaced.isEmpty() && model.earlierProperty().get() != null;
        BuildSettings settings = new BuildSettings(
                another ? Optional.empty() : amendments.application().id(),
                Optional.empty(),
                Optional.empty(),
                TextChoice.USUAL,
                true);
        BackgroundTask<Built> work = host.build(project.root(), settings, replaced);
        work.onSuccess(this::done)
                .onError(CancellationException.class, e -> state.set(State.CANCELLED))
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

    private void done(Built built) {
        Path replaced = model.replacedProperty().get();
        model.replacedProperty().set(null);
        if (replaced != null) {
            desk.notices().tell(Notice.done(Texts.text("build.replaced", replaced.getFileName())));
        }
        model.reportProperty().set(built.report());
        model.containerProperty().set(built.container());
        state.set(State.DONE);
        desk.background()
                .call(() -> FolderSize.of(built.container()))
                .onSuccess(size::set)
                .start();
    }

    private void failed(Exception failure) {
        problem.set(Problem.of(
                "BUILD-FAILED",
                EngineWords.of(String.valueOf(failure.getMessage())),
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
