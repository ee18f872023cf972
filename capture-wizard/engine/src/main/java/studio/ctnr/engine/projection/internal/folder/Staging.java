package studio.ctnr.engine.projection.internal.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.ctnr.container.FileTree;

/**
 * A folder that is made beside its goal and renamed into place when it is whole: a process that is killed leaves no half
 * container, only a hidden folder that the next projection to the same goal clears away.
 */
public final class Staging implements AutoCloseable {
    private static final Pattern OWNER = Pattern.compile("\\.projecting-(\\d+)-[0-9a-f-]+$");

    private final Path goal;
    private final Path folder;

    private Staging(Path goal, Path folder) {
        this.goal = goal;
        this.folder = folder;
    }

    /** @param goal a path whose parent exists, and which nothing or an empty folder lies at */
    public static Staging beside(Path goal) throws IOException {
        Path whole = goal.toAbsolutePath().normalize();
        clearLeftovers(whole);
        String name = "." + whole.getFileName() + ".projecting-"
                + ProcessHandle.current().pid() + "-";
        return new Staging(whole, whole.resolveSibling(name + UUID.randomUUID()));
    }

    /** The folder that is to become the goal; it does not exist yet. */
    public Path folder() {
        return folder;
    }

    /** Puts the folder into place in one step. */
    public void commit() throws IOException {
        Files.move(folder, goal, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes what was not put into place. */
    @Override
    public void close() throws IOException {
        FileTree.delete(folder);
    }

    /** Those of processes that are gone; a number that another process has now keeps one a while longer. */
    private static void clearLeftovers(Path goal) throws IOException {
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(
                goal.getParent(), path -> path.getFileName().toString().startsWith("." + goal.getFileName() + "."))) {
            for (Path sibling : siblings) {
                Matcher owner = OWNER.matcher(sibling.getFileName().toString());
                if (owner.find()
                        && ProcessHandle.of(Long.parseLong(owner.group(1))).isEmpty()) {
                    FileTree.delete(sibling);
                }
            }
        }
    }
}
