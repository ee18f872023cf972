package studio.ctnr.studio.shell;

import java.util.List;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.action.ActionTable;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.theme.Appearance;
import studio.ctnr.toolkit.theme.Theme;
import studio.ctnr.toolkit.window.WindowFrame;

/** The window's content: the side bar, and the page that it leads to. */
public final class Shell {
    private final WindowFrame frame = new WindowFrame();
    private final ActionTable actions = new ActionTable();
    private final PageDeck deck = new PageDeck(actions);
    private final SideBar sideBar;
    private final Desk desk;

    public Shell(Background background, Theme theme) {
        desk = new Desk(background, frame.dialogs(), frame.notices());
        sideBar = new SideBar(this::go, "0.1.0");
        BorderPane layout = new BorderPane(deck);
        layout.setLeft(sideBar);
        frame.setContent(layout);
        actions.add(List.of(
                Action.of(
                        "theme.light",
                        Texts.text("theme.light"),
                        () -> theme.appearanceProperty().set(Appearance.LIGHT)),
                Action.of(
                        "theme.dark",
                        Texts.text("theme.dark"),
                        () -> theme.appearanceProperty().set(Appearance.DARK))));
        for (Place place : Place.values()) {
            deck.put(place, () -> EmptyPage.of(place));
        }
        go(Place.LIBRARY);
    }

    /** Where the shell's stylesheet lies. */
    public static String sheet() {
        return Objects.requireNonNull(Shell.class.getResource("shell.css")).toExternalForm();
    }

    public Parent root() {
        return frame;
    }

    public ActionTable actions() {
        return actions;
    }

    public Desk desk() {
        return desk;
    }

    /** Shows a place, building its page when it is the first time. */
    public void go(Place place) {
        sideBar.select(place);
        deck.show(place);
    }
}
