package studio.ctnr.wizard.source;

import java.util.List;
import javafx.scene.Parent;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.dialog.FileChoice;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.wizard.model.CaptureModel;
import studio.ctnr.wizard.model.WizardStage;
import studio.ctnr.wizard.stage.StagePage;
import studio.ctnr.wizard.text.Texts;

/** Which installers are captured. */
public final class SourcePage implements StagePage {
    private final SourceViewModel viewModel;
    private final SourceView view;
    private final Action next;
    private final Action options;
    private final Action choose;

    public SourcePage(CaptureModel model, Desk desk) {
        viewModel = new SourceViewModel(model, desk.background());
        choose = Action.of(
                        "source.choose",
                        Texts.text("source.choose"),
                        () -> desk.dialogs()
                                .choose(
                                        FileChoice.openSeveral(
                                                Texts.text("source.choose.title"),
                                                new FileChoice.Filter(
                                                        Texts.text("source.installers"),
                                                        List.of("*.exe", "*.msi", "*.msp", "*.bat", "*.cmd")),
                                                new FileChoice.Filter(Texts.text("source.all"), List.of("*"))),
                                        viewModel::add))
                .icon(BootstrapIcons.FOLDER2_OPEN)
                .shortcut("Shortcut+O");
        next = Action.of(
                        "source.capture",
                        Texts.text("source.capture"),
                        () -> model.stageProperty().set(WizardStage.INSTALL))
                .enabledWhen(viewModel.ready());
        options = Action.of(
                        "source.options",
                        Texts.text("source.options"),
                        () -> model.stageProperty().set(WizardStage.SANDBOX))
                .enabledWhen(viewModel.ready());
        view = new SourceView(viewModel, choose);
    }

    public SourceViewModel viewModel() {
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
    public List<Action> beside() {
        return List.of(options);
    }

    @Override
    public List<Action> actions() {
        return List.of(choose);
    }

    @Override
    public void shown() {
        viewModel.lookAgain();
    }
}
