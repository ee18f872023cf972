package studio.ctnr.studio.editor.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import studio.ctnr.container.ContainerFolder;

/** Reads what a container holds for the application: {@code rootfs} and {@code user} without its hives. */
final class FileScan extends SimpleFileVisitor<Path> {
    private static final List<String> SHOWN = List.of("rootfs", "user");
    private static final String REGISTRY = "user/Registry";

    private final ContainerFolder folder;
    private final FileNode root = FileNode.folder("");
    private final Deque<FileNode> inside = new ArrayDeque<>(List.of(root));

    private FileScan(ContainerFolder folder) {
        this.folder = folder;
    }

    /** Whether a path of a container, by slashes, is one of those that are shown. */
    static boolean isShown(String path) {
        return SHOWN.stream().anyMatch(shown -> path.equals(shown) || path.startsWith(shown + "/"))
                && !path.equals(REGISTRY)
                && !path.startsWith(REGISTRY + "/");
    }

    static FileNode of(ContainerFolder folder) throws IOException {
        FileScan scan = new FileScan(folder);
        for (String shown : SHOWN) {
            if (Files.isDirectory(folder.root().resolve(shown))) {
                Files.walkFileTree(folder.root().resolve(shown), scan);
            }
        }
        return scan.root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
        if (path.equals(folder.resolve(REGISTRY))) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        FileNode made = new FileNode(
                path.getFileName().toString(),
                FileNode.Kind.FOLDER,
                0,
                attributes.lastModifiedTime().toInstant(),
                Optional.empty());
        inside.peek().add(made);
        inside.push(made);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path path, IOException e) {
        inside.pop();
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
        String name = path.getFileName().toString();
        inside.peek()
                .add(new FileNode(
                        name,
                        FileNode.Kind.of(name),
                        attributes.size(),
                        attributes.lastModifiedTime().toInstant(),
                        Optional.empty()));
        return FileVisitResult.CONTINUE;
    }
}
