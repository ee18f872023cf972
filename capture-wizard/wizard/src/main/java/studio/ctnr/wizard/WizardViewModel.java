package studio.ctnr.wizard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;
import studio.ctnr.wizard.host.WizardHost;
import studio.ctnr.wizard.model.CaptureModel;
import studio.ctnr.wizard.model.DraftFile;
import studio.ctnr.wizard.model.WizardDraft;
import studio.ctnr.wizard.model.WizardStage;
import studio.ctnr.wizard.text.Texts;

/** Where the engineer is on the way, and how that is kept. */
final class WizardViewModel {
    private final CaptureModel model;
    private final WizardHost host;
    private final Desk desk;
    private final BooleanBinding canGoBack;
    private final Object writing = new Object();
    private final List<Runnable> waiting = new ArrayList<>();
    private volatile WizardDraft newest;
    private WizardDraft written;
    private int writes;
    private boolean restoring;

    WizardViewModel(CaptureModel model, WizardHost host, Desk desk) {
        this.model = model;
        this.host = host;
        this.desk = desk;
        canGoBack = Bindings.createBooleanBinding(
                () -> model.stageProperty().get() != WizardStage.SOURCE, model.stageProperty());
        model.stageProperty().addListener((o, was, is) -> keep());
        model.capturedProperty().addListener((o, was, is) -> keep());
        model.containerProperty().addListener((o, was, is) -> keep());
    }

    public BooleanBinding canGoBack() {
        return canGoBack;
    }

    /**
     * Goes one step back. Nothing is lost by it: a capture goes on, what was captured and decided stays, and the page
     * that runs the installer is passed over when that is done.
     */
    public void back() {
        WizardStage now = model.stageProperty().get();
        WizardStage before = switch (now) {
            case SOURCE, SANDBOX -> WizardStage.SOURCE;
            case INSTALL -> WizardStage.SANDBOX;
            case REVIEW -> WizardStage.INSTALL;
            case DESCRIBE -> WizardStage.REVIEW;
            case BUILD -> WizardStage.DESCRIBE;
        };
        model.stageProperty().set(before);
    }

    /** Takes a wizard up again where it was left. */
    public void resume(Path project) {
        desk.background()
                .call(() -> new Kept(DraftFile.read(project), opened(project)))
                .onSuccess(kept -> {
                    restoring = true;
                    WizardDraft draft = kept.draft.orElseGet(() -> Kept.without(kept.captured, project));
                    model.restore(project, draft, kept.captured);
                    restoring = false;
                })
                .onError(failure -> desk.notices()
                        .tell(Problem.of(
                                "WIZARD-RESUME",
                                failure.getMessage(),
                                new Remedy(Texts.text("review.again"), () -> resume(project)))))
                .start();
    }

    /** What a project's folder holds. */
    private record Kept(Optional<WizardDraft> draft, Optional<CaptureProject> captured) {
        /** For a project that was captured otherwise than by a wizard. */
        static WizardDraft without(Optional<CaptureProject> captured, Path project) {
            String name = project.getFileName().toString();
            return new WizardDraft(
                    WizardDraft.FORMAT,
                    captured.isPresent() ? WizardStage.REVIEW : WizardStage.SOURCE,
                    name.endsWith(".capture") ? name.substring(0, name.length() - ".capture".length()) : name,
                    List.of(),
                    studio.ctnr.wizard.model.SandboxDraft.DEFAULT,
                    Optional.empty(),
                    Optional.empty());
        }
    }

    private static Optional<CaptureProject> opened(Path project) throws java.io.IOException {
        return java.nio.file.Files.exists(project.resolve("project.yml"))
                ? Optional.of(CaptureProject.open(project))
                : Optional.empty();
    }

    /** Writes the draft in the background, once the capture has a project and unless nothing changed. */
    public void keep() {
        keep(() -> {});
    }

    private void keep(Runnable then) {
        Path project = model.projectProperty().get();
        WizardDraft draft = model.draft();
        if (restoring
                || draft.equals(written)
                || project == null && draft.steps().isEmpty()) {
            whenWritten(then);
            return;
        }
        written = draft;
        newest = draft;
        writes++;
        desk.background()
                .call(() -> {
                    Path folder = model.place().get(() -> host.newProject(draft.title()));
                    synchronized (writing) {
                        // of two that are written at once, the later one stays
                        DraftFile.write(folder, newest);
                    }
                    return folder;
                })
                .onSuccess(folder -> {
                    if (model.projectProperty().get() == null) {
                        model.projectProperty().set(folder);
                    }
                    host.draftChanged(folder, draft.title());
                })
                .onError(failure -> desk.notices()
                        .tell(Problem.of(
                                "WIZARD-DRAFT",
                                Texts.text("wizard.draft.failed", failure.getMessage()),
                                new Remedy(Texts.text("review.again"), this::keep))))
                .atEnd(() -> {
                    writes--;
                    whenWritten(then);
                })
                .start();
    }

    /** Goes on when nothing is being written any more: who takes the project up again then finds all of it. */
    private void whenWritten(Runnable then) {
        waiting.add(then);
        if (writes == 0) {
            List<Runnable> all = List.copyOf(waiting);
            waiting.clear();
            all.forEach(Runnable::run);
        }
    }

    /** Puts the wizard aside; a capture or a build goes on. */
    public void close() {
        keep(host::leave);
    }

    /** Keeps the draft before something else happens. */
    public void leave(Runnable proceed) {
        keep(proceed);
    }
}
