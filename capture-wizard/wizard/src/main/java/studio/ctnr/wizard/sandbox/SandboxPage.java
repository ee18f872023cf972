package studio.ctnr.wizard.sandbox;

import javafx.beans.binding.Bindings;
import javafx.scene.Parent;
import studio.ctnr.engine.sandbox.Sandbox;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.wizard.model.CaptureModel;
import studio.ctnr.wizard.model.WizardStage;
import studio.ctnr.wizard.stage.StagePage;
import studio.ctnr.wizard.text.Texts;

/** How the clean machine is to be. */
public final class SandboxPage implements StagePage {
    private final SandboxViewModel viewModel;
    private final SandboxView view;
    private final Action next;

    public SandboxPage(CaptureModel model, Sandbox sandbox, Desk desk) {
        viewModel = new SandboxViewModel(model, sandbox, desk.background());
        view = new SandboxView(viewModel);
        next = Action.of(
                        "sandbox.capture",
                        Texts.text("source.capture"),
                        () -> model.stageProperty().set(WizardStage.INSTALL))
                .enabledWhen(Bindings.isNotEmpty(model.steps()));
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
    public void shown() {
        if (viewModel.reportProperty().get() == null) {
            viewModel.probe();
        }
    }
}
