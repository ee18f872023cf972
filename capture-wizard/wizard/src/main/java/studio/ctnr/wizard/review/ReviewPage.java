package studio.ctnr.wizard.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Parent;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.engine.project.CaptureProject;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.wizard.model.CaptureModel;
import studio.ctnr.wizard.model.WizardStage;
import studio.ctnr.wizard.stage.StagePage;
import studio.ctnr.wizard.text.Texts;

/** What was captured, and what of it goes into the container. */
public final class ReviewPage implements StagePage {
    private final CaptureModel model;
    private final ReviewViewModel viewModel;
    private final ReviewView view;
    private final ReviewActions actions;
    private final Action next;
    private final Action find;
    private final Action open;
    private final Action close;
    private CaptureProject shown;

    /** @param rules the folder of rules that every new capture begins with */
    public ReviewPage(CaptureModel model, Path rules, Desk desk) {
        this.model = model;
        viewModel = new ReviewViewModel(desk, rules, model.amended());
        actions = new ReviewActions(viewModel, desk);
        view = new ReviewView(viewModel, actions, desk);
        next = Action.of(
                        "review.describe",
                        Texts.text("review.describe"),
                        () -> model.stageProperty().set(WizardStage.DESCRIBE))
                .enabledWhen(Bindings.createBooleanBinding(this::anythingIn, viewModel.shownProperty()));
        find = Action.of("review.find", Texts.text("review.find"), view::findFocus)
                .icon(BootstrapIcons.SEARCH)
                .shortcut("Shortcut+F");
        open = Action.of(
                "review.open-all",
                Texts.text("review.open-all"),
                () -> view.table().openAll(true));
        close = Action.of(
                "review.close-all",
                Texts.text("review.close-all"),
                () -> view.table().openAll(false));
        viewModel.stateProperty().addListener((o, was, is) -> {
            if (was != null) {
                model.selectionsProperty().set(model.selectionsProperty().get() + 1);
            }
        });
    }

    private boolean anythingIn() {
        return viewModel.shownProperty().get() != null
                && viewModel.shownProperty().get().state().included() > 0;
    }

    public ReviewViewModel viewModel() {
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
    public List<Action> actions() {
        List<Action> all = new ArrayList<>(actions.all());
        // in a text field this key deletes a character; the table hears it itself
        all.removeIf(ReviewActions::needsNoTextField);
        all.addAll(List.of(find, open, close));
        return all;
    }

    @Override
    public void shown() {
        CaptureProject captured = model.capturedProperty().get();
        if (captured != null && captured != shown) {
            shown = captured;
            viewModel.open(captured);
        } else {
            viewModel.follow();
        }
    }
}
