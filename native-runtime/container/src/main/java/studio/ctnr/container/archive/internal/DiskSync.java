package studio.ctnr.container.archive.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Brings a tree of files to the disk, so that a power cut after its renaming can't leave empty files in it. */
public final class DiskSync {
    private static final boolean WINDOWS =
            Path.of("").getFileSystem().getSeparator().equals("\\");

    private DiskSync() {}

    public static void tree(Path tree) throws IOException {
        if (!LinuxCalls.syncFileSystem(tree)) {
            eachFile(tree);
        }
    }

    /** Brings the names in a folder to the disk; Windows does so by itself. */
    static void folder(Path folder) throws IOException {
        if (!WINDOWS) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private static void eachFile(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes stat) throws IOException {
                try (FileChannel content = FileChannel.open(file, StandardOpenOption.READ)) {
                    content.force(true);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                folder(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
