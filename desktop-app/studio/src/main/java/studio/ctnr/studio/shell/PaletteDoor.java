package studio.ctnr.studio.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import studio.ctnr.studio.library.LibraryViewModel;
import studio.ctnr.studio.navigation.Navigator;
import studio.ctnr.studio.palette.CommandPalette;
import studio.ctnr.studio.palette.PaletteEntry;
import studio.ctnr.studio.palette.PaletteViewModel;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.action.ActionTable;
import studio.ctnr.toolkit.window.WindowFrame;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** Opens and closes the command palette, filled with what can be done and opened just then. */
final class PaletteDoor {
    private final WindowFrame frame;
    private final ActionTable actions;
    private final LibraryViewModel library;
    private final Navigator navigator;
    private CommandPalette palette;
    private Node focusBefore;

    PaletteDoor(WindowFrame frame, ActionTable actions, LibraryViewModel library, Navigator navigator) {
        this.frame = frame;
        this.actions = actions;
        this.library = library;
        this.navigator = navigator;
    }

    void toggle() {
        if (palette != null) {
            close();
            return;
        }
        focusBefore = frame.getScene() == null ? null : frame.getScene().getFocusOwner();
        palette = new CommandPalette(new PaletteViewModel(entries()), this::close);
        frame.getChildren().add(palette);
    }

    private void close() {
        frame.getChildren().remove(palette);
        palette = null;
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }

    private List<PaletteEntry> entries() {
        List<PaletteEntry> entries = new ArrayList<>();
        List<Action> ordered = new ArrayList<>(actions.all());
        // what belongs to the page comes before what can be done everywhere
        ordered.sort(Comparator.comparing(action -> action.id().startsWith("shell.")));
        for (Action action : ordered) {
            if (action.enabled().get() && !action.id().equals("shell.palette")) {
                entries.add(new PaletteEntry(
                        action.label(),
                        "",
                        action.id(),
                        action.icon().orElse(BootstrapIcons.CHEVRON_RIGHT),
                        action.shortcut(),
                        action::perform));
            }
        }
        for (ContainerRecord container : library.list().all()) {
            entries.add(new PaletteEntry(
                    container.name(),
                    Texts.text("palette.container", container.version()),
                    container.id() + " " + container.publisher().orElse(""),
                    BootstrapIcons.BOX_SEAM,
                    Optional.empty(),
                    () -> navigator.open(container)));
        }
        return entries;
    }
}
