package studio.ctnr.container;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.DosFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file of this host, or a folder with all that it holds. */
public final class FileTree {
    private static final boolean WINDOWS =
            Path.of("").getFileSystem().getSeparator().equals("\\");
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");

    private FileTree() {}

    /**
     * Deletes it, whatever rights its files have; links are deleted, never followed. Nothing happens when it is not
     * there.
     */
    public static void delete(Path tree) throws IOException {
        if (Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            Files.walkFileTree(tree, new Deletion());
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (!WINDOWS && !usable(folder)) {
                Files.setPosixFilePermissions(folder, OWNER);
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean usable(Path folder) {
            return Files.isReadable(folder) && Files.isWritable(folder) && Files.isExecutable(folder);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            return remove(file);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            // a folder that could not be opened: with its rights mended it can
            if (WINDOWS || !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) || Files.isReadable(file)) {
                throw e;
            }
            Files.setPosixFilePermissions(file, OWNER);
            delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            return remove(folder);
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
    }
}
