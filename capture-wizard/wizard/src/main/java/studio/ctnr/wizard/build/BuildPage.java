package studio.ctnr.wizard.build;

import java.util.List;
import javafx.scene.Parent;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.wizard.build.BuildViewModel.State;
import studio.ctnr.wizard.host.WizardHost;
import studio.ctnr.wizard.model.CaptureModel;
import studio.ctnr.wizard.stage.StagePage;
import studio.ctnr.wizard.text.Texts;

/** The container is made, and can be run. */
public final class BuildPage implements StagePage {
    private final BuildViewModel viewModel;
    private final BuildView view;
    private final Action run;
    private final Action library;
    private final Action folder;
    private final Action cancel;

    public BuildPage(CaptureModel model, WizardHost host, Desk desk) {
        viewModel = new BuildViewModel(model, host, desk);
        var done = model.containerProperty().isNotNull();
        run = Action.of("build.run", Texts.text("build.run"), viewModel::run)
                .icon(BootstrapIcons.PLAY_FILL)
                .enabledWhen(viewModel.canRun());
        library = Action.of("build.library", Texts.text("build.library"), viewModel::showInLibrary)
                .icon(BootstrapIcons.BOX_SEAM)
                .enabledWhen(done);
        folder = Action.of("build.folder", Texts.text("build.folder"), viewModel::openFolder)
                .icon(BootstrapIcons.FOLDER2_OPEN)
                .enabledWhen(done);
        cancel = Action.of("build.cancel", Texts.text("install.cancel"), viewModel::cancel)
                .enabledWhen(viewModel.stateProperty().isEqualTo(State.RUNNING));
        view = new BuildView(viewModel, model, List.of(folder, library), cancel);
    }

    public BuildViewModel viewModel() {
        return viewModel;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public Action next() {
        return run;
    }

    @Override
    public List<Action> actions() {
        return List.of(library, folder);
    }

    @Override
    public void shown() {
        viewModel.start();
        view.show();
    }
}
