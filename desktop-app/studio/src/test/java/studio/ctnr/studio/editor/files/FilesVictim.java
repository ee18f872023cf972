package studio.ctnr.studio.editor.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.studio.editor.EditedVictim;
import studio.ctnr.toolkit.history.EditHistory;

/** Files that are edited without a window, for a program that is killed. */
public final class FilesVictim extends EditedVictim {
    private final FilesViewModel model;

    public FilesVictim(ContainerFolder container) throws IOException {
        model = new FilesViewModel(container, FileScan.of(container), history());
    }

    /** Takes the state before away, adds files, renames one to the state and removes another. */
    public void edit(int state, List<Path> host) throws IOException {
        while (history().canUndoProperty().get()) {
            history().undo();
        }
        FileNode folder = model.root().find("rootfs/ProgramFiles/App").orElseThrow();
        model.add(model.additions(folder, host));
        model.rename(folder.child(host.getFirst().getFileName().toString()).orElseThrow(), "state " + state);
        model.remove(folder.child("old.txt").orElseThrow());
    }

    @Override
    public void keep(Path drafts) throws IOException {
        FileDraft.write(drafts, model.changes());
    }

    /** What a draft makes of the files: the state that it was renamed to, once all fits. */
    public static String stateIn(ContainerFolder container, Path draft) throws IOException {
        FilesViewModel model = new FilesViewModel(container, FileScan.of(container), new EditHistory());
        int lost = model.takeUp(FileDraft.read(draft));
        FileNode folder = model.root().find("rootfs/ProgramFiles/App").orElseThrow();
        if (lost > 0 || folder.child("old.txt").isPresent()) {
            throw new AssertionError("The draft was not taken up whole");
        }
        return folder.children().iterator().next().name();
    }
}
