package studio.ctnr.workbench.life;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.ContentRoot;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

/**
 * Copies a container's folder with times and attributes, and holds the copy against the original. Links are refused, as
 * an archive refuses them. Where the file system can share content between files, the JDK's copy does.
 */
final class FolderCopy {
    private final Path from;
    private final Set<String> without;
    private final Progress progress;
    private final long total;
    private long done;

    /**
     * @param without names at the top whose content is left behind
     * @param total what there is to copy, in bytes, as far as it is known
     */
    FolderCopy(Path from, Set<String> without, long total, Progress progress) {
        this.from = from;
        this.without = without;
        this.total = total;
        this.progress = progress;
    }

    /** Copies to {@code to}, which is not there yet. */
    void to(Path to) throws IOException, WorkbenchException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes stat) throws IOException {
                Files.copy(folder, to.resolve(from.relativize(folder)), StandardCopyOption.COPY_ATTRIBUTES);
                boolean left = folder.getParent().equals(from)
                        && without.contains(folder.getFileName().toString());
                return left ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes stat) throws IOException {
                Path relative = from.relativize(file);
                progress.at(relative.toString(), done, total);
                if (!stat.isRegularFile()) {
                    throw new IOException(file + " is a link or a device, which a container can't hold:"
                            + " replace it by what it stands for");
                }
                Files.copy(file, to.resolve(relative), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                done += stat.size();
                return FileVisitResult.CONTINUE;
            }
        });
        progress.at("comparing", -1, -1);
        if (!ContentRoot.of(from).equals(ContentRoot.of(to))) {
            throw new WorkbenchException(
                    ProblemCode.NOT_AS_PROMISED,
                    "The copy of " + from + " is not like it",
                    "End the programs that write to it, and try again");
        }
    }
}
