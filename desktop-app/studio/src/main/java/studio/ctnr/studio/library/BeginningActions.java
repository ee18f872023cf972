package studio.ctnr.studio.library;

import java.util.List;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.studio.bench.Bench;
import studio.ctnr.studio.navigation.Navigator;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.page.Desk;

/** The ways to a container that is not there yet; they are open wherever one is. */
public final class BeginningActions {
    final Action capture;
    final Action importFile;
    final Action create;
    final Action view;

    public BeginningActions(LibraryViewModel model, Bench bench, Desk desk, Navigator navigator) {
        capture = Action.of("library.capture", Texts.text("library.capture"), model::chooseCapture)
                .icon(BootstrapIcons.RECORD_CIRCLE)
                .shortcut("Shortcut+N");
        importFile = Action.of("library.import", Texts.text("library.import"), model::chooseImport)
                .icon(BootstrapIcons.BOX_ARROW_IN_DOWN)
                .shortcut("Shortcut+I");
        create = Action.of("library.new", Texts.text("library.new"), new NewContainerBox(bench, desk, navigator)::ask)
                .icon(BootstrapIcons.PLUS)
                .shortcut("Shortcut+Shift+N");
        view = Action.of("library.view", Texts.text("library.view"), model::chooseView)
                .icon(BootstrapIcons.EYE)
                .shortcut("Shortcut+Shift+O");
    }

    public List<Action> all() {
        return List.of(capture, importFile, create, view);
    }
}
