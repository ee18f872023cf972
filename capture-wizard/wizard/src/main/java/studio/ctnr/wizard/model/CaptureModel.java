package studio.ctnr.wizard.model;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import studio.ctnr.engine.capture.CaptureOutcome;
import studio.ctnr.engine.installer.InstallerFacts;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.engine.projection.report.ProjectionReport;

/** What all pages of one wizard share; on the FX thread. Properties that are not known yet hold null. */
public final class CaptureModel {
    private final ObjectProperty<WizardStage> stage = new SimpleObjectProperty<>(WizardStage.SOURCE);
    private final StringProperty title = new SimpleStringProperty("");
    private final ObservableList<StepDraft> steps = FXCollections.observableArrayList();
    private final ObservableMap<String, InstallerFacts> facts = FXCollections.observableHashMap();
    private final ObjectProperty<SandboxDraft> sandbox = new SimpleObjectProperty<>(SandboxDraft.DEFAULT);
    private final ObjectProperty<Path> project = new SimpleObjectProperty<>();
    private final ProjectPlace place = new ProjectPlace();
    private final ObjectProperty<CaptureProject> captured = new SimpleObjectProperty<>();
    private final ObjectProperty<CaptureOutcome> outcome = new SimpleObjectProperty<>();
    private final ObjectProperty<DescriptionDraft> description = new SimpleObjectProperty<>();
    private final Amended amended = new Amended();
    private final IntegerProperty selections = new SimpleIntegerProperty();
    private final ObjectProperty<Path> container = new SimpleObjectProperty<>();
    private final ObjectProperty<Path> earlier = new SimpleObjectProperty<>();
    private final ObjectProperty<Path> replaced = new SimpleObjectProperty<>();
    private final ObjectProperty<ProjectionReport> report = new SimpleObjectProperty<>();

    public CaptureModel() {
        container.addListener((o, was, is) -> earlier.set(is == null ? earlier.get() : is));
    }

    /** Where the engineer is. */
    public ObjectProperty<WizardStage> stageProperty() {
        return stage;
    }

    /** What is captured, for the header: a product with its version, or a file's name. */
    public StringProperty titleProperty() {
        return title;
    }

    public ObservableList<StepDraft> steps() {
        return steps;
    }

    /** What is known of the steps' installers, by their paths. */
    public ObservableMap<String, InstallerFacts> facts() {
        return facts;
    }

    public ObjectProperty<SandboxDraft> sandboxProperty() {
        return sandbox;
    }

    /** The project's folder, once it has one. */
    public ObjectProperty<Path> projectProperty() {
        return project;
    }

    /** Where the project's folder is found before it is known. */
    public ProjectPlace place() {
        return place;
    }

    /** What was captured, once it was. */
    public ObjectProperty<CaptureProject> capturedProperty() {
        return captured;
    }

    /** How the capture of this session ended; a wizard that was taken up again has none. */
    public ObjectProperty<CaptureOutcome> outcomeProperty() {
        return outcome;
    }

    public ObjectProperty<DescriptionDraft> descriptionProperty() {
        return description;
    }

    /** What is changed of the capture. */
    public Amended amended() {
        return amended;
    }

    /** Grows whenever something else is selected than before. */
    public IntegerProperty selectionsProperty() {
        return selections;
    }

    /** The container's folder, once it was built. */
    public ObjectProperty<Path> containerProperty() {
        return container;
    }

    /** The container that this wizard built last, whatever was changed since; null when it built none. */
    public ReadOnlyObjectProperty<Path> earlierProperty() {
        return earlier;
    }

    /** The earlier container whose place the next one takes; null when it gets a place of its own. */
    public ObjectProperty<Path> replacedProperty() {
        return replaced;
    }

    /** What the build told of the container. */
    public ObjectProperty<ProjectionReport> reportProperty() {
        return report;
    }

    /** All that a draft keeps. */
    public WizardDraft draft() {
        return new WizardDraft(
                WizardDraft.FORMAT,
                stage.get(),
                title.get(),
                steps,
                sandbox.get(),
                Optional.ofNullable(description.get()),
                Optional.ofNullable(container.get() == null ? earlier.get() : container.get())
                        .map(Path::toString));
    }

    /**
     * Takes up what a draft kept.
     *
     * @param capture what the project holds; empty when nothing was captured yet
     */
    public void restore(Path folder, WizardDraft draft, Optional<CaptureProject> capture) {
        place.set(folder);
        project.set(folder);
        title.set(draft.title());
        steps.setAll(draft.steps());
        sandbox.set(draft.sandbox());
        description.set(draft.description().orElse(null));
        container.set(draft.container().map(Path::of).orElse(null));
        captured.set(capture.orElse(null));
        stage.set(
                capture.isEmpty() && draft.stage().compareTo(WizardStage.INSTALL) >= 0
                        ? WizardStage.SANDBOX
                        : draft.stage());
    }
}
