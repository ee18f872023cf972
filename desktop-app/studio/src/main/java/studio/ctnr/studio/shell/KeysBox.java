package studio.ctnr.studio.shell;

import java.util.Collection;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.control.Facts;
import studio.ctnr.toolkit.dialog.Answer;
import studio.ctnr.toolkit.dialog.Dialogs;
import studio.ctnr.toolkit.dialog.Modal;

/** Which keys do what, on the page that is shown. */
final class KeysBox {
    private KeysBox() {}

    static void show(Dialogs dialogs, Collection<Action> actions) {
        Facts facts = new Facts();
        facts.getColumnConstraints().getFirst().setMinWidth(132);
        for (Action action : actions) {
            action.shortcut().ifPresent(keys -> facts.add(keys.getDisplayText(), new Label(action.label())));
        }
        ScrollPane scroll = new ScrollPane(facts);
        scroll.getStyleClass().add("flat");
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(440);
        dialogs.show(new Modal(Texts.text("shell.keys"), scroll, List.of(Answer.cancel(Texts.text("about.close")))));
    }
}
