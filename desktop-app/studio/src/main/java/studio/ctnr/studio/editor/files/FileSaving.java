package studio.ctnr.studio.editor.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.FileTree;

/** Brings changes to the disk: all of them, or after a failure none. */
final class FileSaving {
    private final ContainerFolder folder;
    private final Path aside;
    private final Deque<Move> done = new ArrayDeque<>();
    private int count;

    private record Move(Path from, Path to) {}

    private FileSaving(ContainerFolder folder) throws IOException {
        this.folder = folder;
        // beside the container, so that a move is a rename; what a killed one left there is not this one's to remove
        this.aside = Files.createTempDirectory(
                folder.root().toAbsolutePath().getParent(), "." + folder.root().getFileName() + ".saving-");
    }

    static void save(ContainerFolder folder, List<FileChange> changes) throws IOException {
        FileSaving saving = new FileSaving(folder);
        try {
            for (FileChange change : changes) {
                saving.apply(change);
            }
        } catch (IOException e) {
            saving.back(e);
            throw e;
        } finally {
            FileTree.delete(saving.aside);
        }
    }

    private void apply(FileChange change) throws IOException {
        switch (change) {
            case FileChange.Add add -> {
                Path copy = fresh();
                Files.copy(add.source(), copy, StandardCopyOption.COPY_ATTRIBUTES);
                move(copy, folder.resolve(add.path()));
            }
            case FileChange.MakeFolder make -> {
                Path made = fresh();
                Files.createDirectory(made);
                move(made, folder.resolve(make.path()));
            }
            case FileChange.Remove remove -> move(folder.resolve(remove.path()), fresh());
            case FileChange.Rename rename -> move(folder.resolve(rename.path()), folder.resolve(rename.renamed()));
        }
    }

    private Path fresh() {
        return aside.resolve(Integer.toString(count++));
    }

    private void move(Path from, Path to) throws IOException {
        Files.move(from, to);
        done.push(new Move(from, to));
    }

    private void back(IOException cause) {
        for (Move move : done) {
            try {
                Files.move(move.to, move.from);
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
