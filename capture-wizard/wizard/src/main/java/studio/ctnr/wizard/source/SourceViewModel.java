package studio.ctnr.wizard.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import studio.ctnr.engine.installer.InstallerFacts;
import studio.ctnr.engine.installer.InstallerKind;
import studio.ctnr.engine.installer.NotAnInstallerException;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;
import studio.ctnr.wizard.model.CaptureModel;
import studio.ctnr.wizard.model.StepDraft;
import studio.ctnr.wizard.text.Texts;
import studio.ctnr.wizard.words.EngineWords;

/** Which installers are run, in which order, and with which arguments. */
public final class SourceViewModel {
    private final CaptureModel model;
    private final Background background;
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private final ObjectProperty<Problem> problem = new SimpleObjectProperty<>();
    private final BooleanBinding ready;

    public SourceViewModel(CaptureModel model, Background background) {
        this.model = model;
        this.background = background;
        ready = Bindings.isNotEmpty(model.steps()).and(looking.not());
    }

    public ObservableList<StepDraft> steps() {
        return model.steps();
    }

    /** What is inside a step's installer; empty until it was looked at. */
    public Optional<InstallerFacts> facts(StepDraft step) {
        return Optional.ofNullable(model.facts().get(step.installer()));
    }

    /** Whether an installer is being looked at. */
    public BooleanProperty lookingProperty() {
        return looking;
    }

    /** Why a file could not be taken; null when all is well. */
    public ObjectProperty<Problem> problemProperty() {
        return problem;
    }

    /** Whether the capture can begin. */
    public BooleanBinding ready() {
        return ready;
    }

    /** Looks at files and puts them behind the steps that are there. */
    public void add(List<Path> files) {
        problem.set(null);
        for (Path file : files) {
            looking.set(true);
            background
                    .call(() -> InstallerFacts.of(file.toAbsolutePath().normalize()))
                    .onSuccess(this::found)
                    .onError(NotAnInstallerException.class, e -> refuse("SOURCE-KIND", EngineWords.of(e.getMessage())))
                    .onError(e -> refuse("SOURCE-READ", Texts.text("source.unreadable", file.getFileName())))
                    .atEnd(() -> looking.set(false))
                    .start();
        }
    }

    /** Looks again at installers of a wizard that was taken up again. */
    public void lookAgain() {
        for (StepDraft step : model.steps()) {
            if (facts(step).isEmpty()) {
                background
                        .call(() -> InstallerFacts.of(step.file()))
                        .onSuccess(found -> {
                            model.facts().put(step.installer(), found);
                            steps().set(steps().indexOf(step), step);
                        })
                        .onError(e -> refuse(
                                "SOURCE-GONE",
                                Texts.text("source.gone", step.file().getFileName())))
                        .start();
            }
        }
    }

    private void found(InstallerFacts facts) {
        String file = facts.installer().file().toString();
        model.facts().put(file, facts);
        if (steps().isEmpty()) {
            model.titleProperty().set(title(facts));
        }
        steps().add(new StepDraft(file, silent(facts.installer().kind()), true));
    }

    private void refuse(String code, String sentence) {
        problem.set(Problem.of(code, sentence, new Remedy(Texts.text("source.dismiss"), () -> problem.set(null))));
    }

    /** The product with its version, or the file's name. */
    private static String title(InstallerFacts facts) {
        String file = facts.installer().file().getFileName().toString();
        return facts.product()
                .map(name -> facts.version()
                        .filter(version -> !name.contains(version))
                        .map(version -> name + " " + version)
                        .orElse(name))
                .orElse(file);
    }

    private static String silent(InstallerKind kind) {
        return String.join(" ", kind.silentArguments());
    }

    public void remove(StepDraft step) {
        steps().remove(step);
        if (steps().isEmpty()) {
            model.titleProperty().set("");
        }
    }

    /** Puts a step one place earlier ({@code -1}) or later ({@code 1}). */
    public void move(StepDraft step, int by) {
        int from = steps().indexOf(step);
        int to = from + by;
        if (from >= 0 && to >= 0 && to < steps().size()) {
            Collections.swap(steps(), from, to);
        }
    }

    /** Puts a step where another one is, which makes room. */
    public void moveTo(StepDraft step, int place) {
        int from = steps().indexOf(step);
        if (from >= 0 && place >= 0 && place < steps().size() && from != place) {
            List<StepDraft> all = new ArrayList<>(steps());
            all.add(place, all.remove(from));
            steps().setAll(all);
        }
    }

    public void arguments(int step, String text) {
        replace(step, steps().get(step).withArguments(text.strip()));
    }

    public void wholeFolder(int step, boolean seen) {
        replace(step, steps().get(step).withWholeFolder(seen));
    }

    /** Whether a step has exactly the switches that its kind is silent with. */
    public boolean isSilent(StepDraft step) {
        return facts(step)
                .map(found -> silent(found.installer().kind()))
                .filter(switches -> !switches.isEmpty())
                .map(step.arguments()::equals)
                .orElse(false);
    }

    /** Whether silent switches are known for a step's installer. */
    public boolean canBeSilent(StepDraft step) {
        return facts(step)
                .map(found -> !found.installer().kind().silentArguments().isEmpty())
                .orElse(false);
    }

    /** Has a step install by itself, or ask: Windows Installer asks only when it is told to. */
    public void silent(int step, boolean wanted) {
        StepDraft draft = steps().get(step);
        facts(draft).ifPresent(found -> {
            InstallerKind kind = found.installer().kind();
            String asking = kind == InstallerKind.MSI ? "/qf" : "";
            replace(step, draft.withArguments(wanted ? silent(kind) : asking));
        });
    }

    private void replace(int at, StepDraft step) {
        if (!steps().get(at).equals(step)) {
            steps().set(at, step);
        }
    }
}
