package studio.ctnr.wizard.sandbox;

import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.ctnr.engine.sandbox.Sandbox;
import studio.ctnr.engine.sandbox.SandboxReport;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.wizard.model.CaptureModel;
import studio.ctnr.wizard.model.SandboxDraft;

/** How the clean machine is to be, and what this host can do. */
public final class SandboxViewModel {
    private final CaptureModel model;
    private final Sandbox sandbox;
    private final Background background;
    private final ObjectProperty<SandboxReport> report = new SimpleObjectProperty<>();

    public SandboxViewModel(CaptureModel model, Sandbox sandbox, Background background) {
        this.model = model;
        this.sandbox = sandbox;
        this.background = background;
    }

    public ReadOnlyObjectProperty<SandboxDraft> draftProperty() {
        return model.sandboxProperty();
    }

    /** What this host can do; null while it is being found out. */
    public ReadOnlyObjectProperty<SandboxReport> reportProperty() {
        return report;
    }

    /** Finds out what this host can do. */
    public void probe() {
        report.set(null);
        background.call(sandbox::probe).onSuccess(report::set).start();
    }

    public void network(boolean allowed) {
        change(draft -> new SandboxDraft(allowed, draft.windowsVersion(), draft.minutes(), draft.contained()));
    }

    public void windows(String version) {
        change(draft -> new SandboxDraft(draft.network(), version, draft.minutes(), draft.contained()));
    }

    public void minutes(int minutes) {
        change(draft -> new SandboxDraft(draft.network(), draft.windowsVersion(), minutes, draft.contained()));
    }

    public void contained(boolean required) {
        change(draft -> new SandboxDraft(draft.network(), draft.windowsVersion(), draft.minutes(), required));
    }

    private void change(UnaryOperator<SandboxDraft> change) {
        model.sandboxProperty().set(change.apply(model.sandboxProperty().get()));
    }
}
