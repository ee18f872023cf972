package studio.ctnr.studio.editor.registry;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.action.ActionControls;
import studio.ctnr.toolkit.dialog.Answer;
import studio.ctnr.toolkit.dialog.Modal;
import studio.ctnr.toolkit.dialog.TextQuestion;
import studio.ctnr.toolkit.notice.Notice;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;

/** The favourites as regedit has them: add the key that is shown, jump to one, and put them in order. */
final class FavouritesMenu extends MenuButton {
    private final Favourites favourites;
    private final Desk desk;

    FavouritesMenu(Favourites favourites, Desk desk) {
        super(Texts.text("registry.favourites"));
        this.favourites = favourites;
        this.desk = desk;
        setId("registry-favourites");
        favourites.items().addListener((ListChangeListener<Favourite>) change -> fill());
        fill();
    }

    Action add() {
        return Action.of("registry.favourites.add", Texts.text("registry.favourites.add"), this::askName)
                .icon(BootstrapIcons.STAR)
                .shortcut("Shortcut+D");
    }

    private Action arrange() {
        return Action.of("registry.favourites.arrange", Texts.text("registry.favourites.arrange"), this::showAll)
                .icon(BootstrapIcons.LIST_STARS);
    }

    private void fill() {
        getItems().setAll(ActionControls.menuItem(add()));
        if (favourites.items().isEmpty()) {
            return;
        }
        getItems().addAll(ActionControls.menuItem(arrange()), new SeparatorMenuItem());
        for (Favourite each : favourites.items()) {
            MenuItem item = new MenuItem(each.name(), new FontIcon(BootstrapIcons.STAR_FILL));
            item.setMnemonicParsing(false);
            item.setOnAction(e -> go(each));
            getItems().add(item);
        }
    }

    private void askName() {
        desk.dialogs()
                .ask(new TextQuestion(
                        Texts.text("registry.favourites.add.title"),
                        Texts.text("registry.name.label"),
                        favourites.freeName(),
                        name -> favourites.wrongName(name, Optional.empty()),
                        Texts.text("registry.favourites.add.act"),
                        favourites::add));
    }

    private void showAll() {
        desk.dialogs()
                .show(new Modal(
                        Texts.text("registry.favourites.arrange.title"),
                        new FavouritesBox(favourites, this::jump, desk),
                        List.of(Answer.cancel(Texts.text("registry.favourites.close")))));
    }

    private void jump(Favourite favourite) {
        desk.dialogs().close();
        go(favourite);
    }

    private void go(Favourite favourite) {
        if (!favourites.go(favourite)) {
            desk.notices()
                    .tell(Problem.of(
                            "REG-NO-KEY",
                            Texts.text("registry.favourites.gone", favourite.path()),
                            new Remedy(Texts.text("registry.favourites.remove"), () -> remove(favourite))));
        }
    }

    private void remove(Favourite favourite) {
        favourites.remove(favourite);
        desk.notices()
                .tell(Notice.done(
                        Texts.text("registry.favourites.removed", favourite.name()),
                        () -> favourites.bringBack(favourite)));
    }
}
