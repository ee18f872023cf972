package studio.ctnr.studio.editor.files;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** One change of a container's files: done in the tree at once, and on the disk when it is saved. */
sealed interface FileChange {
    void apply(FileNode root);

    void undo(FileNode root);

    /** The folder that shows it, in the container by slashes. */
    String folder();

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Puts a file of the host into the container; one that is there already is removed by a {@link Remove} before. */
    record Add(String path, Path source, long size, Instant modified) implements FileChange {
        @Override
        public void apply(FileNode root) {
            root.find(folder())
                    .orElseThrow()
                    .add(new FileNode(name(path), FileNode.Kind.FILE, size, modified, Optional.of(source)));
        }

        @Override
        public void undo(FileNode root) {
            FileNode made = root.find(path).orElseThrow();
            made.parent().orElseThrow().remove(made);
        }

        @Override
        public String folder() {
            return parent(path);
        }
    }

    /** Makes an empty folder. */
    record MakeFolder(String path) implements FileChange {
        @Override
        public void apply(FileNode root) {
            root.find(folder()).orElseThrow().add(FileNode.folder(name(path)));
        }

        @Override
        public void undo(FileNode root) {
            FileNode made = root.find(path).orElseThrow();
            made.parent().orElseThrow().remove(made);
        }

        @Override
        public String folder() {
            return parent(path);
        }
    }

    /** Takes a file, or a folder with everything in it, out of the container. */
    record Remove(String path, FileNode removed) implements FileChange {
        @Override
        public void apply(FileNode root) {
            root.find(folder()).orElseThrow().remove(removed);
        }

        @Override
        public void undo(FileNode root) {
            root.find(folder()).orElseThrow().add(removed);
        }

        @Override
        public String folder() {
            return parent(path);
        }
    }

    record Rename(String path, String to) implements FileChange {
        @Override
        public void apply(FileNode root) {
            root.find(path).orElseThrow().rename(to);
        }

        @Override
        public void undo(FileNode root) {
            root.find(renamed()).orElseThrow().rename(name(path));
        }

        @Override
        public String folder() {
            return parent(path);
        }

        String renamed() {
            return folder().isEmpty() ? to : folder() + "/" + to;
        }
    }
}
