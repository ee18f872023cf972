package studio.ctnr.studio.library;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.ContextMenu;
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

    LibraryActions(LibraryViewModel model, ContainerCommands commands, Runnable create, Runnable find) {
        this.model = model;
        capture = Action.of("library.capture", Texts.text("library.capture"), model::chooseCapture)
                .icon(BootstrapIcons.RECORD_CIRCLE)
                .shortcut("Shortcut+N");
        importFile = Action.of("library.import", Texts.text("library.import"), model::chooseImport)
                .icon(BootstrapIcons.BOX_ARROW_IN_DOWN)
                .shortcut("Shortcut+I");
        this.create = Action.of("library.new", Texts.text("library.new"), create)
                .icon(BootstrapIcons.PLUS)
                .shortcut("Shortcut+Shift+N");
        this.find = Action.of("library.find", Texts.text("library.find"), find)
                .icon(BootstrapIcons.SEARCH)
                .shortcut("Shortcut+F");
        run = ofSelected("library.run", c -> commands.run(c, Optional.empty()))
                .icon(BootstrapIcons.PLAY)
                .shortcut("Shortcut+R");
        open = ofSelected("library.open", commands::open)
                .icon(BootstrapIcons.PENCIL_SQUARE)
                .shortcut("Shortcut+O");
        snapshot = ofSelected("library.snapshot", commands::snapshot)
                .icon(BootstrapIcons.CAMERA)
                .shortcut("Shortcut+S");
        check = ofSelected("library.check", commands::checkLeaks)
                .icon(BootstrapIcons.SHIELD_CHECK)
                .shortcut("Shortcut+L");
        export = ofSelected("library.export", commands::export)
                .icon(BootstrapIcons.BOX_ARROW_UP)
                .shortcut("Shortcut+E");
        duplicate = ofSelected("library.duplicate", commands::duplicate)
                .icon(BootstrapIcons.FILES)
                .shortcut("Shortcut+D");
        tags = ofSelected("library.tags", commands::editTags)
                .icon(BootstrapIcons.TAG)
                .shortcut("Shortcut+T");
        retire = ofSelected("library.retire", commands::retire)
                .icon(BootstrapIcons.TRASH)
                .shortcut("Delete");
    }

    List<Action> all() {
        return List.of(capture, importFile, create, find, run, open, snapshot, check, export, duplicate, tags, retire);
    }

    ContextMenu menu() {
        return ActionControls.contextMenu(run, open, null, snapshot, check, export, duplicate, tags, null, retire);
    }

    private Action ofSelected(String key, Consumer<ContainerRecord> act) {
        BooleanBinding some = model.selectedProperty().isNotNull();
        return Action.of(
                        key,
                        Texts.text(key),
                        () -> act.accept(model.selectedProperty().get()))
                .enabledWhen(some);
    }
}
