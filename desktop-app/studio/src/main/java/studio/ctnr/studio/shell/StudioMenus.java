package studio.ctnr.studio.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.SeparatorMenuItem;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.action.ActionControls;

/** The menu bar: what can be done here and now, where menus have it. */
final class StudioMenus extends MenuBar {
    /** The edit menu: what has no place of its own belongs to the page that is shown. */
    private static final String REST = "edit";

    /**
     * The menus in their order. A group is what stands between two lines: ids of actions, or how ids begin when they
     * end in a star.
     */
    private static final List<Layout> LAYOUTS = List.of(
            new Layout(
                    "file",
                    List.of(
                            List.of("library.capture", "library.import", "library.new", "library.view"),
                            List.of("editor.save", "library.export", "review.export", "compare.export"),
                            List.of("shell.go-settings"),
                            List.of("shell.quit"))),
            new Layout(
                    REST,
                    List.of(
                            List.of("editor.undo", "editor.redo", "review.undo", "review.redo"),
                            List.of("library.find", "compare.find"))),
            new Layout(
                    "container",
                    List.of(
                            List.of("library.run", "editor.run", "library.open"),
                            List.of("library.snapshot", "library.check", "library.duplicate", "library.tags"),
                            List.of("library.retire"))),
            new Layout(
                    "view",
                    List.of(
                            List.of("shell.palette"),
                            List.of("shell.go-*"),
                            List.of("shell.theme-*"),
                            List.of("shell.menu-bar"))),
            new Layout("help", List.of(List.of("shell.keys"), List.of("shell.about"))));

    private record Layout(String id, List<List<String>> groups) {}

    StudioMenus() {
        setId("menu-bar");
        getMenus().setAll(LAYOUTS.stream().map(StudioMenus::menu).toList());
        managedProperty().bind(visibleProperty());
    }

    /** Names are written out so that a test finds them. */
    private static Menu menu(Layout layout) {
        Menu menu = new Menu(
                switch (layout.id) {
                    case "file" -> Texts.text("menu.file");
                    case "container" -> Texts.text("menu.container");
                    case "view" -> Texts.text("menu.view");
                    case "help" -> Texts.text("menu.help");
                    default -> Texts.text("menu.edit");
                });
        menu.setId("menu-" + layout.id);
        return menu;
    }

    /** Shows these; a menu without any can't be opened. */
    void show(Collection<Action> actions) {
        Set<Action> left = new LinkedHashSet<>(actions);
        for (int each = 0; each < LAYOUTS.size(); each++) {
            Menu menu = getMenus().get(each);
            menu.getItems().clear();
            for (List<String> group : LAYOUTS.get(each).groups()) {
                List<Action> found = group.stream()
                        .flatMap(id -> placed(id, List.copyOf(left), left))
                        .toList();
                append(menu, found);
            }
        }
        Menu rest = getMenus().stream()
                .filter(menu -> menu.getId().equals("menu-" + REST))
                .findFirst()
                .orElseThrow();
        append(rest, left);
        getMenus().forEach(menu -> menu.setDisable(menu.getItems().isEmpty()));
    }

    /** Takes from {@code left} what an entry of a layout stands for. */
    private static Stream<Action> placed(String entry, List<Action> candidates, Set<Action> left) {
        List<Action> found = new ArrayList<>();
        for (Action action : candidates) {
            boolean fits = entry.endsWith("*")
                    ? action.id().startsWith(entry.substring(0, entry.length() - 1))
                    : action.id().equals(entry);
            if (fits && left.remove(action)) {
                found.add(action);
            }
        }
        return found.stream();
    }

    private static void append(Menu menu, Collection<Action> actions) {
        if (actions.isEmpty()) {
            return;
        }
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        actions.forEach(action -> menu.getItems().add(ActionControls.menuItem(action)));
    }
}
