package studio.ctnr.container;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a file so that a reader, or a crash at any moment, finds the old content or the new, never a part. */
public final class AtomicFile {
    private static final String DRAFT = ".draft-";

    /** What follows that: the process that writes the draft. */
    private static final Pattern OWNER = Pattern.compile("(\\d{1,10})-.*");

    private AtomicFile() {}

    /** What a file is to hold, written from its beginning to its end. */
    @FunctionalInterface
    public interface Content {
        /** @param out stays open; not buffered */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Gives {@code file} this content, as {@link #write(Path, Content)} does. */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, out -> out.write(content));
    }

    /**
     * Gives {@code file} this content; its permissions stay, and where it is a symbolic link its target is written.
     *
     * @throws IOException naming the file when it can't be written; it is as it was then
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(file.toString(), null, "its folder does not exist");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new FileSystemException(file.toString(), null, "it is write-protected");
        }
        String drafts = "." + target.getFileName() + DRAFT;
        clearLeftovers(folder, drafts);
        Path draft =
                Files.createTempFile(folder, drafts + ProcessHandle.current().pid() + "-", ".tmp");
        try {
            try (FileOutputStream out = new FileOutputStream(draft.toFile())) {
                content.writeTo(out);
                out.getFD().sync();
            }
            copyPermissions(target, draft);
            replace(draft, target);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** The name of the file that is, or was, being written when a file of this name lies beside it; itself otherwise. */
    public static String written(String name) {
        int draft = name.lastIndexOf(DRAFT);
        return draft > 1 && name.startsWith(".") ? name.substring(1, draft) : name;
    }

    /** Those of processes that are gone; a number that another process has now keeps one a while longer. */
    private static void clearLeftovers(Path folder, String drafts) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(
                folder, path -> path.getFileName().toString().startsWith(drafts))) {
            for (Path draft : left) {
                Matcher owner = OWNER.matcher(draft.getFileName().toString().substring(drafts.length()));
                if (owner.matches()
                        && ProcessHandle.of(Long.parseLong(owner.group(1))).isEmpty()) {
                    Files.deleteIfExists(draft);
                }
            }
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        view.setPermissions(
                Files.exists(from)
                        ? Files.getPosixFilePermissions(from)
                        : PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static void replace(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
