package studio.ctnr.container.archive.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.DosFileAttributeView;

/** What is done to whole trees of files. */
final class DiskTree {
    private static final boolean WINDOWS =
            Path.of("").getFileSystem().getSeparator().equals("\\");

    private DiskTree() {}

    /** Deletes a file or a folder with all that it holds; links are deleted, not followed. Nothing there is fine. */
    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes stat) throws IOException {
                return remove(file);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                return remove(folder);
            }
        });
    }

    private static FileVisitResult remove(Path file) throws IOException {
        if (WINDOWS) {
            // Windows deletes nothing that is read-only
            Files.getFileAttributeView(file, DosFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setReadOnly(false);
        }
        Files.delete(file);
        return FileVisitResult.CONTINUE;
    }

    /** Brings the names in a folder to the disk; Windows does so by itself. */
    static void syncFolder(Path folder) throws IOException {
        if (!WINDOWS) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }
}
