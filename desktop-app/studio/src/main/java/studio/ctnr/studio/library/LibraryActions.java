package studio.ctnr.studio.library;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.ContextMenu;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.action.ActionControls;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** The library's actions: those of the page, and those of the selected container. */
final class LibraryActions {
    final Action capture;
    final Action importFile;
    final Action create;
    final Action run;
    final Action open;
    final Action snapshot;
    final Action check;
    final Action export;
    final Action duplicate;
    final Action tags;
    final Action retire;
    final Action find;

    private final LibraryViewModel model;

    LibraryActions(LibraryViewModel model, ContainerCommands commands, BeginningActions begin, Runnable find) {
        this.model = model;
        capture = begin.capture;
        importFile = begin.importFile;
        create = begin.create;
        this.find = Action.of("library.find", Texts.text("library.find"), find)
                .icon(BootstrapIcons.SEARCH)
                .shortcut("Shortcut+F");
        run = ofSelected(
                "library.run",
                BootstrapIcons.PLAY,
                "Shortcut+R",
                container -> commands.run(container, Optional.empty()));
        open = ofSelected("library.open", BootstrapIcons.PENCIL_SQUARE, "Shortcut+O", commands::open);
        snapshot = ofSelected("library.snapshot", BootstrapIcons.CAMERA, "Shortcut+S", commands::snapshot);
        check = ofSelected("library.check", BootstrapIcons.SHIELD_CHECK, "Shortcut+L", commands::checkLeaks);
        export = ofSelected("library.export", BootstrapIcons.BOX_ARROW_UP, "Shortcut+E", commands::export);
        duplicate = ofSelected("library.duplicate", BootstrapIcons.FILES, "Shortcut+D", commands::duplicate);
        tags = ofSelected("library.tags", BootstrapIcons.TAG, "Shortcut+T", commands::editTags);
        retire = ofSelected("library.retire", BootstrapIcons.TRASH, "Delete", commands::retire);
    }

    /** Without those that are open everywhere. */
    List<Action> all() {
        return List.of(find, run, open, snapshot, check, export, duplicate, tags, retire);
    }

    ContextMenu menu() {
        return ActionControls.contextMenu(run, open, null, snapshot, check, export, duplicate, tags, null, retire);
    }

    private Action ofSelected(String key, Ikon icon, String keys, Consumer<ContainerRecord> act) {
        BooleanBinding some = model.selectedProperty().isNotNull();
        return Action.of(
                        key,
                        Texts.text(key),
                        () -> act.accept(model.selectedProperty().get()))
                .icon(icon)
                .shortcut(keys)
                .enabledWhen(some);
    }
}
