package studio.ctnr.wizard.describe;

import javafx.beans.binding.Bindings;
import javafx.scene.Parent;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.wizard.model.CaptureModel;
import studio.ctnr.wizard.stage.StagePage;
import studio.ctnr.wizard.text.Texts;

/** What the container says of its application. */
public final class DescribePage implements StagePage {
    private final DescribeViewModel viewModel;
    private final DescribeView view;
    private final Action next;

    public DescribePage(CaptureModel model, Desk desk) {
        viewModel = new DescribeViewModel(model, desk);
        view = new DescribeView(viewModel, desk);
        next = Action.of("describe.build", Texts.text("describe.build"), () -> {
                    viewModel.firstError().ifPresentOrElse(view::focus, viewModel::build);
                })
                .enabledWhen(Bindings.createBooleanBinding(
                        () -> viewModel.foundProperty().get() != null
                                && !viewModel.lookingProperty().get(),
                        viewModel.foundProperty(),
                        viewModel.lookingProperty()));
    }

    public DescribeViewModel viewModel() {
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
    public void shown() {
        viewModel.look();
    }
}
