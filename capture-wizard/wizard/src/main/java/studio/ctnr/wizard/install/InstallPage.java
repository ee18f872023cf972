package studio.ctnr.wizard.install;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Parent;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.wizard.host.WizardHost;
import studio.ctnr.wizard.install.InstallViewModel.State;
import studio.ctnr.wizard.model.CaptureModel;
import studio.ctnr.wizard.model.WizardStage;
import studio.ctnr.wizard.stage.StagePage;
import studio.ctnr.wizard.text.Texts;

/** The installer runs; begins by itself when it is shown and nothing was captured yet. */
public final class InstallPage implements StagePage {
    private final InstallViewModel viewModel;
    private final InstallView view;
    private final Action next;
    private final Action cancel;

    public InstallPage(CaptureModel model, WizardHost host, Desk desk) {
        viewModel = new InstallViewModel(model, host, desk);
        view = new InstallView(viewModel, desk);
        next = Action.of(
                        "install.review",
                        Texts.text("install.review"),
                        () -> model.stageProperty().set(WizardStage.REVIEW))
                .enabledWhen(Bindings.createBooleanBinding(
                        () -> model.capturedProperty().get() != null && !viewModel.running(),
                        model.capturedProperty(),
                        viewModel.stateProperty()));
        cancel = Action.of("install.cancel", Texts.text("install.cancel"), viewModel::cancel)
                .enabledWhen(viewModel.stateProperty().isEqualTo(State.RUNNING));
    }

    public InstallViewModel viewModel() {
        return viewModel;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public Action next() {
        return next;
    }

    @Override
    public ObservableBooleanValue leading() {
        return Bindings.createBooleanBinding(() -> !viewModel.asksForAnother(), viewModel.stateProperty());
    }

    @Override
    public List<Action> beside() {
        return List.of(cancel);
    }

    @Override
    public void shown() {
        viewModel.startFirst();
        view.follow();
    }
}
