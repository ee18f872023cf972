package studio.ctnr.wizard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.page.Page;
import studio.ctnr.wizard.build.BuildPage;
import studio.ctnr.wizard.describe.DescribePage;
import studio.ctnr.wizard.host.WizardHost;
import studio.ctnr.wizard.install.InstallPage;
import studio.ctnr.wizard.model.CaptureModel;
import studio.ctnr.wizard.model.SandboxDraft;
import studio.ctnr.wizard.model.WizardStage;
import studio.ctnr.wizard.review.ReviewPage;
import studio.ctnr.wizard.sandbox.SandboxPage;
import studio.ctnr.wizard.source.SourcePage;
import studio.ctnr.wizard.stage.StagePage;
import studio.ctnr.wizard.text.Texts;

/** The way from an installer to a container, as a page of the studio. */
public final class Wizard implements Page {
    private final CaptureModel model = new CaptureModel();
    private final WizardHost host;
    private final Desk desk;
    private final WizardViewModel viewModel;
    private final WizardView view;
    private final Action back;
    private final Action close;
    private final Map<WizardStage, StagePage> pages = new EnumMap<>(WizardStage.class);

    private Wizard(WizardHost host, Desk desk) {
        this.host = host;
        this.desk = desk;
        model.sandboxProperty().set(SandboxDraft.of(host.machine()));
        viewModel = new WizardViewModel(model, host, desk);
        back = Action.of("wizard.back", Texts.text("wizard.back"), viewModel::back)
                .icon(BootstrapIcons.ARROW_LEFT)
                .shortcut("Alt+Left")
                .enabledWhen(viewModel.canGoBack());
        close = Action.of("wizard.close", Texts.text("wizard.close"), viewModel::close)
                .icon(BootstrapIcons.X);
        view = new WizardView(model, back, close);
        model.stageProperty().addListener((o, was, is) -> view.show(page(is)));
        view.show(page(model.stageProperty().get()));
    }

    /** Reads what the first wizard would otherwise read on the FX thread; off it. */
    public static void prepare() {
        Texts.read();
    }

    /** From its beginning; installers that are given already are looked at. */
    public static Wizard begin(WizardHost host, Desk desk, List<Path> installers) {
        Wizard wizard = new Wizard(host, desk);
        ((SourcePage) wizard.page(WizardStage.SOURCE)).viewModel().add(installers);
        return wizard;
    }

    /** Where a project was left. */
    public static Wizard resume(WizardHost host, Desk desk, Path project) {
        Wizard wizard = new Wizard(host, desk);
        wizard.viewModel.resume(project);
        return wizard;
    }

    /** The page of a stage, built when it is first asked for. */
    StagePage page(WizardStage stage) {
        return pages.computeIfAbsent(stage, each -> switch (each) {
            case SOURCE -> new SourcePage(model, desk);
            case SANDBOX -> new SandboxPage(model, host.sandbox(), desk);
            case INSTALL -> new InstallPage(model, host, desk);
            case REVIEW -> new ReviewPage(model, host.rules(), desk);
            case DESCRIBE -> new DescribePage(model, desk);
            case BUILD -> new BuildPage(model, host, desk);
        });
    }

    CaptureModel model() {
        return model;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public List<Action> actions() {
        List<Action> all = new ArrayList<>(List.of(back, close));
        all.addAll(
                pages.values().stream().flatMap(page -> page.actions().stream()).toList());
        return all;
    }

    @Override
    public void leave(Runnable proceed) {
        viewModel.leave(proceed);
    }
}
