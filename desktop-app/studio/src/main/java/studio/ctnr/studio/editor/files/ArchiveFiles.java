package studio.ctnr.studio.editor.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.EntryKind;
import studio.ctnr.studio.archive.OpenedArchive;

/** The files of an archive by its manifest; each is taken out when it is looked at. */
public record ArchiveFiles(OpenedArchive archive) implements FileSource {
    @Override
    public FileNode scan() {
        FileNode root = FileNode.folder("");
        for (Entry entry : archive.manifest().entries()) {
            if (entry.kind() != EntryKind.STREAM && FileScan.isShown(entry.path())) {
                add(root, entry);
            }
        }
        return root;
    }

    private static void add(FileNode root, Entry entry) {
        FileNode at = root;
        String[] names = entry.path().split("/");
        for (int i = 0; i < names.length - 1; i++) {
            at = folder(at, names[i]);
        }
        String name = names[names.length - 1];
        switch (entry.kind()) {
            case FOLDER -> folder(at, name);
            case WHITEOUT -> at.add(new FileNode(name, FileNode.Kind.WHITEOUT, 0, entry.modified(), Optional.empty()));
            default ->
                at.add(new FileNode(name, FileNode.Kind.of(name), entry.size(), entry.modified(), Optional.empty()));
        }
    }

    private static FileNode folder(FileNode above, String name) {
        Optional<FileNode> known = above.child(name);
        if (known.isPresent()) {
            return known.get();
        }
        FileNode made = FileNode.folder(name);
        above.add(made);
        return made;
    }

    @Override
    public Path content(String path) throws IOException {
        return archive.take(path);
    }
}
